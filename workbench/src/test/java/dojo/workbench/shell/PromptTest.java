package dojo.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.screen.FakeTerminal;
import dojo.workbench.screen.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class PromptTest {
    @TempDir
    private Path root;

    private FakeTerminal terminal;
    private CompletableFuture<Integer> prompting;

    @BeforeEach
    void open() throws Exception {
        Path fixture =
                Path.of(PromptTest.class.getResource("/fixture-catalogue").toURI());
        try (Stream<Path> all = Files.walk(fixture)) {
            for (Path path : all.toList()) {
                Files.copy(
                        path, root.resolve(fixture.relativize(path).toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        terminal = new FakeTerminal(100, 60);
        Optional<Exercise> live = Catalogue.read(root).find("look_inside");
        prompting = CompletableFuture.supplyAsync(
                () -> Shell.of(root).prompt(terminal.terminal(), Screen.on(terminal.terminal()), live));
        terminal.see("look_inside> ");
    }

    @AfterEach
    void close() throws IOException {
        terminal.close();
    }

    @Test
    void snippets_commands_and_the_way_out() throws Exception {
        terminal.type("int six = 6\r");
        terminal.see("six = 6");
        // Pasted in one go, with line ends inside.
        terminal.type("ddb.describeTable(\r  d -> d.tableName(table)\r).table().itemCount() * 0 + six\r");
        terminal.see("= 6");
        terminal.type("/tabel\r");
        terminal.see("Did you mean /table?");
        waitsBehind("look_inside>");
        terminal.type("int f() {\r");
        waitsBehind("...>");
        terminal.type("\u0003");
        waitsBehind("look_inside>");
        terminal.type("\"after\" + six\r");
        terminal.see("\"after6\"");
        terminal.type("\u0004");

        assertThat(prompting.get(30, TimeUnit.SECONDS)).isZero();
        assertThat(terminal.everything()).contains("in this sitting");
        assertThat(Files.readString(root.resolve(".dojo/shell-history"))).contains("six");
    }

    /** What is typed before the prompt is back is taken for a paste. */
    private void waitsBehind(String prompt) throws InterruptedException {
        terminal.await(shown -> shown.stripTrailing().endsWith(prompt), "the cursor to stand behind " + prompt);
    }

    @Test
    void a_paste_of_several_snippets_and_a_command_runs_in_order() throws Exception {
        String paste = "int twice(int n) {\n  // with a { in it\n  return n * 2;\n}\nvar m = List.of(\n  20, 1\n)\n"
                + "twice(m.get(0) + m.get(1))\n/answer items 42";
        terminal.type("\u001b[200~" + paste + "\u001b[201~\r");

        terminal.see("= 42");
        terminal.see("noted: items is 42");
        terminal.type("/exit\r");
        assertThat(prompting.get(30, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void ctrl_c_stops_a_loop_and_the_prompt_goes_on() throws Exception {
        terminal.type("{ System.out.println(\"round and \" + \"round\"); while (true) { } }\r");
        terminal.see("round and round");

        terminal.type("\u0003");

        terminal.see("stopped");
        terminal.type("40 + 2\r");
        terminal.see("= 42");
        terminal.type("/exit\r");
        assertThat(prompting.get(30, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void leaving_the_java_process_is_survived() throws Exception {
        terminal.type("System.exit(7)\r");
        terminal.see("A new process takes over");
        terminal.type("table.isEmpty()\r");
        terminal.see("= false");
        terminal.type("/exit\r");
        assertThat(prompting.get(30, TimeUnit.SECONDS)).isZero();
    }
}
