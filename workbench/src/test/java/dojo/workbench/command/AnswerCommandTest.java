package dojo.workbench.command;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.Dojo;
import dojo.workbench.gate.Sandbox;
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

/** Predictions from the command line, up to the verdict. */
class AnswerCommandTest {
    private static final String ID = "what_does_it_cost";
    private static final String ANSWERS = ".dojo/answers/" + ID + ".txt";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path root;

    @BeforeEach
    void one_exercise() throws IOException {
        Sandbox.copy(Path.of("..").toAbsolutePath().normalize(), root, "dojo/c02_items/e3_what_does_it_cost")
                .write("exercises/curriculum.txt", ID + "\n");
    }

    @Test
    void without_a_terminal_the_questions_are_listed() {
        assertThat(dojo("answer", ID)).isEqualTo(1);
        assertThat(out()).contains("store   open  ", "filter  open  ");
        assertThat(err()).contains("not a terminal", "./dojo answer what_does_it_cost store");
    }

    @Test
    void nothing_runs_and_nothing_is_revealed_before_all_are_answered() throws IOException {
        assertThat(dojo("answer", ID, "store", "1", "rename", "1")).isZero();
        assertThat(out()).contains("noted: store is 1", "4 of 6 questions are open: open, title, all, filter");

        assertThat(dojo("check", ID, "--json")).isEqualTo(1);

        assertThat(out()).contains("\"verdict\":\"not_started\",\"checks\":[],\"bill\":null", "4 of 6 questions");
        assertThat(root.resolve(".dojo/progress.txt"))
                .satisfiesAnyOf(
                        file -> assertThat(file).doesNotExist(),
                        file -> assertThat(file).content().doesNotContain("attempts"));
    }

    @Test
    void a_wrong_number_is_named_and_the_right_one_is_measured_and_shown_at_the_end() throws IOException {
        dojo("answer", ID, "store", "2", "rename", "7", "open", "1", "title", "0.5", "all", "3", "filter", "3");
        assertThat(dojo("check", ID)).isEqualTo(1);
        assertThat(out())
                .contains("title: 0.5 is what came back; a projection is applied after reading")
                .doesNotContain("RU");
        assertThat(Files.readString(root.resolve(".dojo/progress.txt"))).contains("attempts " + ID + " 1");

        assertThat(dojo("answer", ID, "title", "1,0")).isZero();
        assertThat(out()).contains("noted: title is 1 (it was 0.5)");
        assertThat(dojo("check", ID)).isZero();

        assertThat(out())
                .contains("predicted 1 (after 0.5), measured 1 read unit", "all of META was read, 6,548 bytes");
        assertThat(Files.readString(root.resolve(ANSWERS))).contains("title.earlier=0.5");
    }

    @Test
    void a_pair_that_is_refused_keeps_the_others_out_too() {
        assertThat(dojo("answer", ID, "store", "2", "rename", "seven")).isEqualTo(2);
        assertThat(err()).contains("rename was not noted. \"seven\" is not a number");
        assertThat(root.resolve(ANSWERS)).doesNotExist();
    }

    @Test
    void what_makes_no_sense_is_a_usage_error() {
        assertThat(dojo("answer", ID, "store")).isEqualTo(2);
        assertThat(err()).contains("\"store\" stands alone");
        assertThat(dojo("answer", "what_does_it_cots")).isEqualTo(2);
        assertThat(err()).contains("did you mean what_does_it_cost?");
    }

    @Test
    void a_reset_archives_the_predictions() throws IOException {
        dojo("answer", ID, "store", "2");

        assertThat(dojo("reset", ID)).isZero();

        assertThat(root.resolve(ANSWERS)).doesNotExist();
        assertThat(Files.readString(root.resolve(".dojo/archive/" + ID + "/1/" + ID + ".txt")))
                .contains("store=2");
    }

    private int dojo(String... args) {
        out.reset();
        err.reset();
        Screen screen = Screen.of(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        return Dojo.run(new Workbench(root, screen), args);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
