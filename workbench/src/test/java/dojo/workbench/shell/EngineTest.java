package dojo.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.shell.Outcome.Defined;
import dojo.workbench.shell.Outcome.Lost;
import dojo.workbench.shell.Outcome.Problem;
import dojo.workbench.shell.Outcome.Rejected;
import dojo.workbench.shell.Outcome.Stopped;
import dojo.workbench.shell.Outcome.Threw;
import dojo.workbench.shell.Outcome.Value;
import dojo.workbench.worker.JvmLayout;
import dojo.workbench.worker.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EngineTest {
    private static final BlockingQueue<String> PRINTED = new LinkedBlockingQueue<>();
    private static Engine engine;

    @BeforeAll
    static void start() throws IOException {
        engine = Engine.start(JvmLayout.detect(), PRINTED::add);
        engine.vm().ask(Wire.message().put("op", "use"));
        engine.rebindTable();
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Test
    void an_expression_has_a_value_and_a_name() {
        assertThat(engine.run("int six = 6")).containsExactly(new Value("six", "6"));
        assertThat(engine.run("six * 7"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Value.class, value -> assertThat(value.text()).isEqualTo("42"));
        assertThat(engine.run("six = 8")).containsExactly(new Value("six", "8"));
    }

    @Test
    void several_snippets_on_one_line_all_run() {
        assertThat(engine.run("int one = 1; int two = 2;"))
                .containsExactly(new Value("one", "1"), new Value("two", "2"));
    }

    @Test
    void a_query_shows_its_items_and_the_client_and_the_table_are_bound() {
        List<Outcome> outcomes = engine.run("""
                var read = ddb.query(q -> q.tableName(table)
                    .keyConditionExpression("PK = :pk AND begins_with(SK, :turn)")
                    .expressionAttributeValues(Map.of(
                        ":pk", AttributeValue.fromS("SESSION#s-1"),
                        ":turn", AttributeValue.fromS("TURN#"))))""");

        assertThat(outcomes)
                .singleElement()
                .isInstanceOfSatisfying(
                        Outcome.Shown.class,
                        shown -> assertThat(shown.value().path("caption").asText())
                                .isEqualTo("6 items"));
    }

    @Test
    void a_name_that_two_exercises_have_means_the_class_of_the_one_that_came_last(@TempDir Path folder)
            throws IOException {
        for (String owner : List.of("first", "second", "first")) {
            Path classes = Files.createDirectories(folder.resolve(owner));
            Path source = Files.writeString(
                    folder.resolve("Turn.java"),
                    "package dojo." + owner + "; public record Turn() { public String of() { return \"" + owner
                            + "\"; } }");
            assertThat(ToolProvider.getSystemJavaCompiler()
                            .run(null, null, null, "-d", classes.toString(), source.toString()))
                    .isZero();

            engine.addClasses(classes, "dojo." + owner);

            assertThat(engine.run("String owner = new Turn().of()"))
                    .containsExactly(new Value("owner", "\"" + owner + "\""));
        }
    }

    @Test
    void what_a_snippet_prints_arrives_before_its_outcome() {
        PRINTED.clear();

        engine.run("System.out.println(\"first\"); System.out.print(\"no line end\");");

        assertThat(PRINTED).containsExactly("first", "no line end");
    }

    @Test
    void a_compile_error_points_at_the_word() {
        assertThat(engine.run("  nothing + 1")).singleElement().isInstanceOfSatisfying(Rejected.class, rejected -> {
            Problem problem = rejected.problems().get(0);
            assertThat(problem.message()).startsWith("cannot find symbol");
            assertThat(problem.line().substring(problem.from(), problem.to())).isEqualTo("nothing");
        });
    }

    @Test
    void an_exception_of_the_sdk_is_one_sentence() {
        assertThat(engine.run("ddb.describeTable(d -> d.tableName(\"no-such-table\"))"))
                .singleElement()
                .isInstanceOfSatisfying(Threw.class, threw -> {
                    assertThat(threw.type()).isEqualTo("ResourceNotFoundException");
                    assertThat(threw.message()).isNotEmpty().doesNotContain("Request ID");
                });
    }

    @Test
    void after_a_failure_the_rest_of_the_text_does_not_run() {
        assertThat(engine.run("int zero = 0; 5 / zero; int never = 5;"))
                .hasSize(2)
                .last()
                .isInstanceOf(Threw.class);
        assertThat(engine.run("never")).singleElement().isInstanceOf(Rejected.class);
    }

    @Test
    void a_method_may_use_what_comes_later() {
        assertThat(engine.run("int early() { return late(); }"))
                .containsExactly(new Defined("method early(), usable once method late() is there"));
        assertThat(engine.run("early()")).containsExactly(new Threw("not defined yet", "method late()"));
        assertThat(engine.run("int late() { return 9; }")).containsExactly(new Defined("method late()"));
    }

    @Test
    void a_snippet_without_its_end_is_not_complete() {
        assertThat(engine.isComplete("int f() {")).isFalse();
        assertThat(engine.isComplete("int g() { return 1; }")).isTrue();
        assertThat(engine.isComplete("1 + 1")).isTrue();
        assertThat(engine.isComplete("int h = 1; Map.of(")).isFalse();
    }

    @Test
    void an_endless_loop_is_stopped_and_definitions_survive() throws Exception {
        engine.run("int kept = 4");
        PRINTED.clear();

        assertThat(interrupted(engine, "{ System.out.println(\"in the loop\"); while (true) { } }"))
                .containsExactly(new Stopped());

        assertThat(engine.run("kept")).containsExactly(new Value("kept", "4"));
    }

    @Test
    void exiting_the_process_costs_the_definitions_and_not_the_prompt() throws Exception {
        try (Engine other = Engine.start(JvmLayout.detect(), line -> {})) {
            assertThat(other.run("System.exit(0)")).singleElement().isInstanceOf(Lost.class);
            assertThat(other.isLost()).isTrue();
            assertThat(other.run("1 + 1")).singleElement().isInstanceOf(Lost.class);
        }
    }

    @Test
    void exhausting_the_memory_costs_the_definitions_and_not_the_prompt() throws Exception {
        try (Engine other = Engine.start(JvmLayout.detect(), line -> {})) {
            assertThat(other.run("var hoard = new ArrayList<byte[]>(); while (true) hoard.add(new byte[9_000_000]);"))
                    .last()
                    .isInstanceOf(Lost.class);
        }
    }

    @Test
    void a_snippet_that_refuses_to_stop_is_ended_with_its_process() throws Exception {
        try (Engine other = Engine.start(JvmLayout.detect(), PRINTED::add)) {
            PRINTED.clear();
            // Nobody ever calls: newer JDKs cannot stop such a wait, and how older ones do it is swallowed.
            other.run("void stubborn() { try { System.out.println(\"in the loop\");"
                    + " new java.net.ServerSocket(0).accept(); } catch (Throwable stop) { } stubborn(); }");
            assertThat(interrupted(other, "stubborn()")).last().isInstanceOf(Lost.class);
        }
    }

    /** Presses Ctrl-C once the snippet has said that it runs. */
    private static List<Outcome> interrupted(Engine engine, String snippet) throws InterruptedException {
        Thread ctrlC = new Thread(() -> {
            try {
                if ("in the loop".equals(PRINTED.poll(60, TimeUnit.SECONDS))) {
                    engine.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        ctrlC.start();
        List<Outcome> outcomes = engine.run(snippet);
        ctrlC.join();
        return outcomes;
    }
}
