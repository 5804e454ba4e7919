package dojo.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {

    @ParameterizedTest
    @CsvSource({
        "cat, 1",
        "table, 2",
        "query, 2",
        "writes, 1",
        "partition, 3",
        "consistency, 4",
        "stored, 1",
        "needed, 2",
        "the, 1"
    })
    void syllables_are_counted_as_they_are_spoken(String word, int syllables) {
        assertThat(Reading.syllables(word)).isEqualTo(syllables);
    }

    @Test
    void a_plain_text_is_easier_than_a_heavy_one() {
        Reading plain = Reading.of(List.of("The cat sat on the mat. It was warm there.", "", "The dog was not."));
        Reading heavy = Reading.of(
                List.of("Notwithstanding considerable organisational heterogeneity, eventually consistent replication"
                        + " necessitates comprehensive reconciliation."));

        assertThat(plain.words()).isEqualTo(14);
        assertThat(plain.sentences()).isEqualTo(3);
        assertThat(plain.longest()).isEqualTo(6);
        assertThat(plain.seconds()).isCloseTo(5.6, within(0.01));
        assertThat(plain.ease()).isGreaterThan(100);
        assertThat(heavy.ease()).isLessThan(0);
    }

    @Test
    void markup_is_not_read_aloud() {
        Reading read = Reading.of(List.of(
                "I found {append-01-items} items by `attribute_not_exists(PK)`",
                "(https://aws.example/limits[All limits]).",
                "That is fact:item.size[] KB."));

        assertThat(read.words()).isEqualTo(10);
    }

    @Test
    void the_report_has_a_line_for_each_answer() {
        String text = "= Why?\n:id: q77-why\n\n== Answer\n\nIt is so. It was so.\n";
        var bank = new QuestionBank(
                List.of(QuestionFile.parse(Path.of("q77-why.adoc"), text.lines().toList())));

        assertThat(Reading.report(bank))
                .contains("q77-why")
                .contains("6 words")
                .contains("1 answers: 3.0 words a sentence");
    }
}
