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
import java.time.Duration;
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
                .endsWith("1 request · 0.5 read units · 0 write units in all: less than a cent\n");
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
    void what_succeeded_is_saved_and_runs_again() throws IOException {
        Path saved = folder.resolve("saved.jsh");
        assertThat(run("int six = 6\nint twice(int n) {\n    return n * 2;\n}\ntwice(six)\nint out = $1 + 1\n/save "
                        + saved + "\n/drop six\n/save --over " + saved + "\n/load " + saved + "\n/save " + saved))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8).replace(System.lineSeparator(), " ")).contains("exists already");
        assertThat(Files.readAllLines(saved))
                .containsSubsequence("int six = 6;", "int twice(int n) {", "    return n * 2;", "}")
                .containsSubsequence("var $1 = twice(six)", "int out = $1 + 1;", "/drop six");
    }

    @Test
    void a_lost_process_leaves_what_is_harmless_and_offers_the_rest() throws IOException {
        run(
                "int six = 6\nint twice(int n) { return n * 2; }\nvar made = new ArrayList<>(List.of(six))\nSystem.exit(9)");

        assertThat(out.toString(UTF_8).replaceAll("\\s+", " "))
                .contains("ended with code 9, as by System.exit(9). A new process takes over")
                .contains("Declared again: six, method twice().")
                .contains("Lost: made.")
                .contains("/replay runs again, in order, the snippet that did something.");
    }

    @Test
    void a_snippet_of_a_script_that_does_not_end_is_stopped_in_time() throws IOException {
        Path file = Files.writeString(folder.resolve("hang.jsh"), "int a = 1\nwhile (true) { }\nint never = 2");

        assertThat(Shell.of(folder).limitedTo(Duration.ofMillis(300)).script(screen, file, Optional.empty()))
                .isEqualTo(1);

        assertThat(err.toString(UTF_8).replace(System.lineSeparator(), " "))
                .contains("did not end within")
                .contains("hang.jsh:2.");
        assertThat(out.toString(UTF_8)).contains("stopped").doesNotContain("never");
    }

    @Test
    void definitions_are_listed_and_forgotten() throws IOException {
        assertThat(run("int six = 6\nrecord Note(int n) { }\nint f(String s) { return 1; }\n/vars\n/types\n/methods\n"
                        + "/imports\n/list\n/reset\n/methods\n/list\n/drop table"))
                .isEqualTo(1);

        assertThat(out.toString(UTF_8))
                .contains("int six = 6\n")
                .contains("DynamoDbClient ddb = the client of the lab\n")
                .contains("\nrecord Note\n")
                .contains("\nint f(String)\n")
                .contains("\nimport java.time.*\n")
                .contains("No methods yet.")
                .contains("Nothing has succeeded yet.");
        assertThat(err.toString(UTF_8)).contains("'table' belongs to the prompt");
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
