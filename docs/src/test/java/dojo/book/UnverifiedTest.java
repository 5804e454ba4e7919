package dojo.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnverifiedTest {

    private static final Unverified BOOK =
            Unverified.parse(Sources.lines(Path.of(System.getProperty("basedir", "."), "unverified.txt")));

    @TempDir
    Path folder;

    @Test
    void the_entries_of_this_book_are_sound() {
        assertThat(BOOK.problems()).isEmpty();
        assertThat(BOOK.rules()).hasSizeGreaterThanOrEqualTo(10);
    }

    static Stream<Unverified.Rule> rules() {
        return BOOK.rules().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void each_seeded_claim_is_caught(Unverified.Rule rule) throws IOException {
        assertThat(judge("Sound.\n" + rule.example() + "\n")).anySatisfy(problem -> {
            assertThat(problem.where()).endsWith("text.adoc:2");
            assertThat(problem.remedy()).startsWith(rule.why());
        });
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_same_claim_quoted_as_wrong_is_left_alone(Unverified.Rule rule) throws IOException {
        assertThat(judge("Wrong: \"`" + rule.example() + "`\"::\n")).isEmpty();
    }

    @Test
    void a_sentence_that_says_what_is_not_known_is_left_alone() throws IOException {
        assertThat(judge("A partition splits at 80 percent, or at another share: the threshold is not published.\n"))
                .isEmpty();
    }

    @Test
    void an_entry_that_misses_its_example_and_a_broken_one_are_caught() {
        Unverified broken = Unverified.parse(List.of(
                "pattern: apples",
                "why: sour",
                "catches: Pears are sweet.",
                "pattern: (",
                "why: open",
                "catches: (",
                "pattern: x"));

        assertThat(broken.problems())
                .hasSize(3)
                .first()
                .isEqualTo("3: the pattern does not catch \"Pears are sweet.\"");
    }

    private List<Problem> judge(String text) throws IOException {
        return BOOK.judge(List.of(Files.writeString(folder.resolve("text.adoc"), text)));
    }
}
