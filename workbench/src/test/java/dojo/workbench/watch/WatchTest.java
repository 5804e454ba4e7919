package dojo.workbench.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.exercise.Trees;
import dojo.workbench.screen.FakeTerminal;
import dojo.workbench.screen.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class WatchTest {
    private static final String PACKAGE = "src/main/java/dojo/c01_reading/e1_find_one/Notes.java";

    @TempDir
    private Path root;

    private Watched watched;
    private FakeTerminal terminal;

    @BeforeEach
    void open() throws Exception {
        Trees.copyFixtures(root);
        watched = Watched.open(root, 80, 60);
        terminal = watched.terminal;
    }

    @AfterEach
    void close() throws Exception {
        watched.leave();
    }

    private Path learners() {
        return root.resolve("exercises").resolve(PACKAGE);
    }

    private void answerAsAnEditorDoes() throws IOException {
        Files.delete(learners());
        Files.copy(root.resolve("solutions").resolve(PACKAGE), learners());
    }

    @Test
    void an_edit_is_graded_and_next_leads_on() throws Exception {
        terminal.see("find_one is not started");
        assertThat(terminal.see("x reset")).contains("Welcome").doesNotContain("n next");

        answerAsAnEditorDoes();

        terminal.see("find_one passes");
        assertThat(terminal.see("n next")).contains("1 of 3");
        terminal.type("n");
        terminal.see("count_words is not started");
        assertThat(terminal.see("x reset")).contains("Words.java");
        assertThat(Files.readString(root.resolve(".dojo/progress.txt")))
                .contains("passed find_one")
                .contains("current count_words");
    }

    @Test
    void what_does_not_compile_is_shown_with_its_line() throws Exception {
        terminal.see("find_one is not started");

        Files.writeString(learners(), Files.readString(learners()) + "}");

        terminal.see("find_one does not compile");
        terminal.see("Notes.java:");
    }

    @Test
    void a_resize_draws_anew_and_arrow_keys_do_nothing() throws Exception {
        terminal.see("find_one is not started");

        terminal.resize(40, 50);
        terminal.type("\u001b[A\u001b[B");

        terminal.await(
                shown -> shown.lines().map(String::strip).anyMatch("Keep this window open beside your"::equals)
                        && shown.lines().map(String::strip).anyMatch(line -> line.endsWith("q quit")),
                "the view in 40 columns");
    }

    @Test
    void the_list_skips_and_leads_elsewhere_and_back() throws Exception {
        terminal.see("find_one is not started");

        terminal.type("l");
        terminal.see("3 exercises");
        terminal.type("s\u001b[Bq");
        assertThat(terminal.see("k skip")).contains("find_one is not started");
        terminal.type("l");
        terminal.see("Enter continue here");
        terminal.type("/words\r\r");

        terminal.see("count_words is not started");
        assertThat(Files.readString(root.resolve(".dojo/progress.txt")))
                .contains("current count_words")
                .contains("skipped find_one");
    }

    @Test
    void a_reset_brings_the_starter_back_and_says_where_the_attempt_is() throws Exception {
        terminal.see("find_one is not started");
        Files.writeString(learners(), Files.readString(learners()) + "// my attempt\n");
        terminal.see("find_one fails");

        terminal.type("xy");

        terminal.see(".dojo/archive/find_one/1");
        terminal.see("find_one is not started");
        assertThat(Files.readString(root.resolve(".dojo/archive/find_one/1/Notes.java")))
                .endsWith("// my attempt\n");
    }

    @Test
    void without_a_terminal_a_status_says_how_to_go_on() throws URISyntaxException {
        var out = new ByteArrayOutputStream();
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);

        int code = Watch.of(root).run(Screen.of(stream, stream));

        assertThat(code).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("0 of 3").contains("./dojo check find_one");
    }
}
