package dojo.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimGateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A page holds 1 MB.                              | 1 MB",
                "That costs $74.25 an hour.                      | $74.25",
                "It takes 1,000 write units.                     | 1,000",
                "Utilisation of 70% is the target.               | 70%",
                "It is kept for ten minutes.                     | ten minutes",
                "A transaction costs twice the price of a write. | twice the",
                "It never blocks.                                | never",
                "Only the leader answers.                        | Only",
                "I found {append-01-items} items.                | {append-01-items}",
                "It serves fact:partition.write-units[] units.   | fact:partition.write-units[]",
            })
    void a_number_and_an_absolute_word_make_a_claim(String sentence, String reason) {
        assertThat(Claims.reason(sentence)).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "An export goes to S3, and p99 is what users feel.",
                "After a 500 I look first, and after the second attempt I stop.",
                "The outage of 20 October 2025 began in one Region.",
                "Two different turns are both stored, and one of them waits.",
                "The code is `SIZE > 400`, in Java 17, at UTF-8.",
                "See <<q06-duplicate-turns,question 6>>.",
            })
    void names_dates_codes_and_places_in_an_order_make_none(String sentence) {
        assertThat(Claims.reason(sentence)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It holds 400 KB. I measured {limits-01-bytes} bytes.",
                "It holds 400 KB. See <<limits-01>>.",
                "It holds 400 KB. In all, fact:item.size[] KB.",
                "It holds 400 KB. That is calc:[400 * KB] bytes.",
                "It holds 400 KB\n(https://aws.example/limits[Limits]).",
            })
    void evidence_in_the_paragraph_is_enough(String paragraph) {
        assertThat(judge("It is limited.", "First.\n\n" + paragraph)).isEmpty();
    }

    @Test
    void a_claim_without_evidence_is_caught_and_evidence_elsewhere_does_not_count() {
        assertThat(judge("It is limited.", "See <<limits-01>>.\n\nIt holds 400 KB. It says so at once."))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.where()).isEqualTo("q77-limit.adoc");
                    assertThat(problem.what()).isEqualTo("Answer claims \"400 KB\" without evidence: It holds 400 KB.");
                });
    }

    @Test
    void an_opener_is_said_in_one_breath_with_the_first_paragraph() {
        assertThat(judge("It never grows.", "See <<limits-01>>.\n\nMore.")).isEmpty();
        assertThat(judge("It never grows.", "First.\n\nSee <<limits-01>>."))
                .extracting(Problem::what)
                .containsExactly("Opener claims \"never\" without evidence: It never grows.");
    }

    @Test
    void the_report_begins_with_what_has_no_evidence() {
        var bank = bank("It is limited.", "It never grows.\n\nIt holds 400 KB, see <<limits-01>>.");

        assertThat(ClaimGate.report(bank).lines())
                .containsExactly(
                        "Claims in openers and answers: 2. Without evidence: 1.",
                        "q77-limit.adoc, Answer: [never] It never grows. <- nothing",
                        "",
                        "With evidence:",
                        "q77-limit.adoc, Answer: [400 KB] It holds 400 KB, see <<limits-01>>. <- <<limits-01>");
    }

    private static List<Problem> judge(String opener, String answer) {
        return ClaimGate.judge(bank(opener, answer));
    }

    private static QuestionBank bank(String opener, String answer) {
        String text = "= Question\n:id: q77-limit\n\n== Opener\n\n" + opener + "\n\n== Answer\n\n" + answer + "\n";
        return new QuestionBank(List.of(
                QuestionFile.parse(Path.of("q77-limit.adoc"), text.lines().toList())));
    }
}
