package dojo.workbench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.exercise.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacementFindingsTest {
    private static final Path OURS = Path.of("..").toAbsolutePath().normalize();
    private static final Catalogue CATALOGUE = Catalogue.read(OURS);

    @TempDir
    Path root;

    @Test
    void our_ten_questions_keep_their_promises() {
        assertThat(PlacementFindings.in(OURS, CATALOGUE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ":exercise: guest_session | :exercise: guest_sesion | names guest_sesion, and there is no such exercise",
                ":source: https://        | :source: page           | the address of a page belongs there",
                "+ 6 read units           | - 6 read units          | 0 of them right",
                "= time_to_live           | # time_to_live          | a placement has 10",
            })
    void a_question_that_breaks_one_is_found(String old, String now, String sentence) throws IOException {
        Path file = Files.createDirectories(root.resolve("exercises")).resolve("placement.txt");
        String text = Files.readString(OURS.resolve("exercises/placement.txt"));
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, now));

        assertThat(PlacementFindings.in(root, CATALOGUE))
                .anySatisfy(finding -> assertThat(finding.sentence()).contains(sentence));
    }
}
