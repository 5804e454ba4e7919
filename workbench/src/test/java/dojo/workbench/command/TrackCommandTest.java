package dojo.workbench.command;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.Dojo;
import dojo.workbench.exercise.Progress;
import dojo.workbench.exercise.ProgressFile;
import dojo.workbench.exercise.Trees;
import dojo.workbench.screen.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrackCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path root;

    @BeforeEach
    void the_fixtures() throws IOException {
        Trees.copyFixtures(root);
    }

    @Test
    void without_a_name_it_shows_all_and_changes_nothing() {
        assertThat(dojo("track")).isZero();
        assertThat(out()).contains("short", "3 min", "0 of 2 passed", "You follow none");
        assertThat(root.resolve(".dojo/progress.txt")).doesNotExist();
    }

    @Test
    void a_name_follows_it_and_goes_to_its_first_open_exercise() {
        assertThat(dojo("track", "short")).isZero();
        assertThat(out())
                .contains("count_words", "find_one", "0 of 2 · A short one")
                .doesNotContain("look_inside");
        assertThat(progress().track()).contains("short");
        assertThat(progress().current()).contains("count_words");
    }

    @Test
    void whoever_is_in_the_middle_of_an_exercise_of_it_stays_there() {
        file().update(progress -> progress.withCurrent("find_one"));
        dojo("track", "short");
        assertThat(progress().current()).contains("find_one");
    }

    @Test
    void a_finished_track_shows_its_ending() {
        file().update(progress -> progress.withPassed("find_one").withPassed("count_words"));
        assertThat(dojo("track", "short")).isZero();
        assertThat(out()).contains("all 2 exercises passed", "What is next", "./dojo track everything");
    }

    @Test
    void json_has_one_object_a_track() {
        dojo("track", "--json");
        assertThat(out().lines())
                .hasSize(2)
                .first()
                .asString()
                .contains("\"track\":\"short\"", "\"minutes\":3", "\"exercises\":[\"count_words\",\"find_one\"]");
    }

    @Test
    void a_name_that_nothing_has_is_refused_with_those_that_exist() {
        assertThat(dojo("track", "shrt")).isEqualTo(2);
        assertThat(err()).contains("There is no track \"shrt\"; did you mean short? There is: short, everything.");
        assertThat(root.resolve(".dojo/progress.txt")).doesNotExist();
    }

    @Test
    void a_pack_without_tracks_says_so() throws IOException {
        Files.delete(root.resolve("exercises/tracks.txt"));
        assertThat(dojo("track")).isZero();
        assertThat(out()).contains("There are no tracks here");
        assertThat(dojo("track", "short")).isEqualTo(2);
        assertThat(err()).contains("There are no tracks here");
    }

    private ProgressFile file() {
        return ProgressFile.in(root, problem -> {});
    }

    private Progress progress() {
        return file().read();
    }

    private int dojo(String... line) {
        Screen screen = Screen.of(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        return Dojo.run(new Workbench(root, screen), line);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " "); // The screen wraps.
    }
}
