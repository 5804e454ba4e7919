package dojo.workbench.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TracksTest {
    private static final Progress SHORT = Progress.NONE.withTrack("short");

    @TempDir
    Path root;

    private Path file;

    @BeforeEach
    void the_fixtures() throws IOException {
        Trees.copyFixtures(root);
        file = root.resolve("exercises/tracks.txt");
    }

    private Exercise exercise(String id) {
        return Catalogue.read(root).find(id).orElseThrow();
    }

    @Test
    void a_track_has_its_own_order_and_everything_has_all() {
        Catalogue catalogue = Catalogue.read(root);

        assertThat(catalogue.tracks()).extracting(Track::name).containsExactly("short", "everything");
        assertThat(catalogue.path(SHORT)).extracting(Exercise::id).containsExactly("count_words", "find_one");
        assertThat(catalogue.path(Progress.NONE)).hasSize(3).isEqualTo(catalogue.path(SHORT.withTrack("everything")));
    }

    @Test
    void next_follows_the_track_and_comes_round_to_what_was_skipped() {
        Catalogue catalogue = Catalogue.read(root);
        Exercise words = exercise("count_words");
        Exercise one = exercise("find_one");

        assertThat(catalogue.next(words, SHORT)).contains(one);
        assertThat(catalogue.next(one, SHORT)).contains(words);
        assertThat(catalogue.next(one, SHORT.withPassed("count_words"))).isEmpty();
        assertThat(catalogue.next(one, SHORT.withSkipped("count_words"))).contains(words);
        assertThat(catalogue.next(exercise("look_inside"), SHORT)).contains(words);
        assertThat(catalogue.next(one, Progress.NONE.withSkipped("count_words")))
                .as("what is open comes before what was skipped")
                .contains(exercise("look_inside"));
    }

    @Test
    void the_first_exercise_is_that_of_the_track() {
        Catalogue catalogue = Catalogue.read(root);

        assertThat(catalogue.current(SHORT)).contains(exercise("count_words"));
        assertThat(catalogue.current(SHORT.withSkipped("count_words"))).contains(exercise("find_one"));
        assertThat(catalogue.current(SHORT.withCurrent("look_inside"))).contains(exercise("look_inside"));
    }

    @Test
    void a_track_that_is_no_more_is_followed_no_more() {
        Catalogue catalogue = Catalogue.read(root);

        assertThat(catalogue.track(SHORT.withTrack("weekend"))).isEmpty();
        assertThat(catalogue.path(SHORT.withTrack("weekend"))).hasSize(3);
    }

    @Test
    void a_pack_without_tracks_is_followed_from_first_to_last() throws IOException {
        Files.delete(file);
        Catalogue catalogue = Catalogue.read(root);

        assertThat(catalogue.problems()).isEmpty();
        assertThat(catalogue.path(SHORT)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ":minutes: 3        | :minutes: soon    | says \":minutes: soon\" in the track short",
                ":minutes: 3        | ''                | has no \":minutes:\" line in the track short",
                "count_words        | Count words       | is \"Count words\"; a track is",
                ":about: All there  | :abuot: All there | has no \":about:\" line in the track everything",
                "= everything       | = short           | has two tracks of the name short",
                "*                  | ''                | gives the track everything no exercises",
                ":title: Everything | :minutes: 4       | claims minutes for everything",
            })
    void a_broken_track_is_named_and_harms_nothing_else(String old, String now, String sentence) throws IOException {
        Files.writeString(file, Files.readString(file).replace(old, now));
        Catalogue catalogue = Catalogue.read(root);

        assertThat(catalogue.problems())
                .anySatisfy(problem ->
                        assertThat(problem.sentence()).startsWith("tracks.txt ").contains(sentence));
        assertThat(catalogue.all()).hasSize(3);
    }

    @Test
    void bytes_that_are_no_text_are_named_too() throws IOException {
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThat(Catalogue.read(root).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).contains("cannot be read"));
    }
}
