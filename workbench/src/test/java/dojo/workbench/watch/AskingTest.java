package dojo.workbench.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.exercise.AnswerFile;
import dojo.workbench.gate.Sandbox;
import dojo.workbench.screen.FakeTerminal;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Predictions in the watch view, from the key to the panel. */
@Timeout(180)
class AskingTest {
    private static final String ID = "what_does_it_cost";

    @TempDir
    private Path root;

    private Watched watched;
    private FakeTerminal terminal;

    @BeforeEach
    void open() throws Exception {
        Path real = Path.of("..").toAbsolutePath().normalize();
        Sandbox.copy(real, root, "dojo/c02_items/e3_what_does_it_cost");
        // With one exercise alone, passing it would be the end of everything, and its own panel would not be seen.
        Sandbox.copy(real, root, "dojo/c01_first_steps/e1_look_around")
                .write("exercises/curriculum.txt", ID + "\nlook_around\n");
        watched = Watched.open(root, 100, 120);
        terminal = watched.terminal;
    }

    @AfterEach
    void close() throws Exception {
        watched.leave();
    }

    @Test
    void questions_come_one_after_another_and_the_check_follows_the_last() throws Exception {
        terminal.see("All 6 questions are open");
        terminal.see("a answer");

        terminal.type("a");
        terminal.see("question 1 of 6");
        terminal.type("2 WU\r");
        terminal.see("write 2 alone");
        terminal.type("2\r");
        terminal.see("question 2 of 6");
        terminal.type("7\r1\r");
        terminal.see("question 4 of 6");
        terminal.type("0,5\r3\r3\r");

        terminal.see("title: 0.5 is what came back");
        terminal.see("q quit");
        terminal.type("a");
        terminal.see("so far you say 2; Enter alone keeps it");
        terminal.type("\r\r\r1\r\r\r");

        terminal.see("what_does_it_cost passes");
        terminal.see("predicted 1 (after 0.5), measured 1 read unit");
    }

    @Test
    void whoever_stops_in_the_middle_keeps_what_was_said() throws Exception {
        terminal.see("a answer");
        terminal.type("a");
        terminal.see("question 1 of 6");

        terminal.type("2\r");
        terminal.await(shown -> shown.matches("(?s).*question 2 of 6.*your prediction> .*"), "the second prompt");
        terminal.type("\u0003");

        terminal.see("5 of 6 questions are open: rename");
        terminal.see("q quit");
        assertThat(AnswerFile.of(root, ID).read()).containsOnlyKeys("store");
    }
}
