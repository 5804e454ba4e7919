package dojo.workbench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Track;
import dojo.workbench.exercise.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackFindingsTest {
    @TempDir
    Path root;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ":minutes: 3 | :minutes: 4          | claims 4 minutes, and its exercises add up to 3",
                "count_words | count_word           | names count_word, and there is no such exercise",
                "count_words | find_one             | names find_one twice",
            })
    void a_track_that_promises_too_much_is_found(String old, String now, String sentence) throws IOException {
        Trees.copyFixtures(root);
        Path file = root.resolve("exercises/tracks.txt");
        assertThat(TrackFindings.in(Catalogue.read(root))).isEmpty();

        Files.writeString(file, Files.readString(file).replace(old, now));

        assertThat(TrackFindings.in(Catalogue.read(root)))
                .anySatisfy(finding -> assertThat(finding.sentence()).contains(sentence));
    }

    @Test
    void a_track_that_turns_the_order_round_is_found() throws IOException {
        Trees.copyFixtures(root);
        Path readme = root.resolve("exercises/src/main/java/dojo/c02_pure/e1_count_words/README.adoc");
        Files.writeString(readme, Files.readString(readme).replace(":level:", ":after: find_one\n:level:"));

        assertThat(TrackFindings.in(Catalogue.read(root)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("has count_words before find_one"));
    }

    @Test
    void an_evening_a_half_day_and_everything_are_there_and_take_what_they_claim() {
        Catalogue ours = Catalogue.read(Path.of("..").toAbsolutePath().normalize());

        assertThat(ours.tracks()).extracting(Track::name).containsExactly("evening", "half-day", "everything");
        assertThat(TrackFindings.in(ours)).isEmpty();
        assertThat(ours.problems()).isEmpty();
    }
}
