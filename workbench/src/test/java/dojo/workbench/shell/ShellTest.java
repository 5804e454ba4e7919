package dojo.workbench.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.workbench.check.ScriptRunner;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.screen.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class ShellTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Screen screen = Screen.of(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));

    @TempDir
    private Path folder;

    private int run(String script) throws IOException {
        Path file = Files.writeString(folder.resolve("try.jsh"), script);
        return Shell.of(folder).script(screen, file, Optional.empty());
    }

    @Test
    void a_script_prints_results_and_the_bill() throws IOException {
        int code = run("""
                // The latest turn
                var last = ddb.query(q -> q.tableName(table)
                    .keyConditionExpression("PK = :pk AND begins_with(SK, :turn)")
                    .expressionAttributeValues(Map.of(
                        ":pk", AttributeValue.fromS("SESSION#s-1"),
                        ":turn", AttributeValue.fromS("TURN#")))
                    .scanIndexForward(false)
                    .limit(1))
                last.items().size()

                /table
                """);

        assertThat(err.toString(UTF_8)).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString(UTF_8))
                .contains("last = 1 item")
                .contains("TURN#000006")
                .contains("more may follow; lastEvaluatedKey:")
                .contains("1 request · 0.5 read units · 0 write units · $0.06 per million such calls\n")
                .contains("8 items, ")
                .contains("Looking here costs nothing")
                .endsWith("1 request · 0.5 read units · 0 write units in all\n");
    }

    @Test
    void a_script_stops_at_the_first_failure_and_says_where() throws IOException {
        assertThat(run("int a = 1\nnothing\nSystem.out.println(\"never\")")).isEqualTo(1);

        assertThat(err.toString(UTF_8).replace(System.lineSeparator(), " ")).contains("try.jsh:2.");
        assertThat(out.toString(UTF_8)).contains("cannot find symbol").doesNotContain("> System.out");
    }

    @Test
    void an_exception_is_a_failure_and_no_stack_trace() throws IOException {
        assertThat(run("List.of().iterator().next()")).isEqualTo(1);

        assertThat(out.toString(UTF_8)).contains("✗ NoSuchElementException").doesNotContain("\tat ");
    }

    @Test
    void a_snippet_open_at_the_end_is_named_by_its_line() throws IOException {
        assertThat(run("int a = 1\nint f() {\n  return 1;\n")).isEqualTo(1);

        assertThat(err.toString(UTF_8)).contains("try.jsh:2:").contains("still open");
    }

    @Test
    void a_file_that_is_not_there_is_one_sentence() {
        assertThat(Shell.of(folder).script(screen, folder.resolve("nope.jsh"), Optional.empty()))
                .isEqualTo(1);

        assertThat(err.toString(UTF_8).replace(System.lineSeparator(), " ")).contains("There is no file");
    }

    @Test
    void a_script_knows_nothing_of_the_one_before_it() throws Exception {
        Path root = Path.of(ShellTest.class.getResource("/fixture-catalogue").toURI());
        Exercise live = Catalogue.read(root).find("look_inside").orElseThrow();
        ScriptRunner runner = Shell.of(root).runner();
        Path first = Files.writeString(
                folder.resolve("first.jsh"), "int mine = 3\nddb.deleteTable(d -> d.tableName(table))\n/answer a 1");
        Path second = Files.writeString(folder.resolve("second.jsh"), "mine");
        Path third = Files.writeString(
                folder.resolve("third.jsh"), "ddb.describeTable(d -> d.tableName(table))\n/answer b 2");

        assertThat(runner.play(live, first, 1)).isEqualTo(Map.of("a", "1"));
        assertThatThrownBy(() -> runner.play(live, second, 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("second.jsh:1");
        assertThat(runner.play(live, third, 1)).isEqualTo(Map.of("b", "2"));
    }

    @Test
    void the_script_of_a_live_exercise_answers_it() throws Exception {
        Path root = Path.of(ShellTest.class.getResource("/fixture-catalogue").toURI());
        Exercise live = Catalogue.read(root).find("look_inside").orElseThrow();

        ScriptRunner runner = Shell.of(root).runner();

        assertThat(runner.play(live, live.answerFolder().resolve("look_inside.jsh"), 1))
                .isNotEmpty();
        assertThat(root.resolve(".dojo/answers")).doesNotExist();
    }
}
