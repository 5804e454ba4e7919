package dojo.workbench.check;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.exercise.Exercise;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each does harm, gets its verdict, and leaves the next check unharmed. */
class HostileSubmissionsTest {
    private static final String COUNT = "public int count(String text) ";

    private static Checker checker;
    private static Checker impatient;
    private final Exercise exercise = Fixtures.exercise("count_words");

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        CheckerOptions options = CheckerOptions.of(Fixtures.ROOT);
        checker = Checker.open(options.withLimit(Duration.ofMinutes(2)));
        impatient = Checker.open(options.withLimit(Duration.ofSeconds(2)));
    }

    @AfterAll
    static void close() {
        checker.close();
        impatient.close();
    }

    @AfterEach
    void the_next_check_works_at_once() {
        Verdict next = checker.check(exercise, Submission.source(Fixtures.ROOT.resolve("solutions/src/main/java")), 1);
        assertThat(next.word()).isEqualTo("passes");
    }

    @Test
    void an_endless_loop_times_out_and_its_line_is_known() throws IOException {
        Verdict verdict = checkImpatiently("{\n while (true) { text = text.trim(); }\n}");
        assertThat(verdict.word()).isEqualTo("timed_out");
        assertThat(((Verdict.TimedOut) verdict).where())
                .hasValueSatisfying(where -> assertThat(where).endsWith("Words.java:7"));
    }

    @Test
    void a_wait_for_nothing_times_out() throws IOException {
        assertThat(checkImpatiently(
                                "{ synchronized (this) { try { wait(); } catch (InterruptedException e) {} } return 1; }")
                        .word())
                .isEqualTo("timed_out");
    }

    @Test
    void deep_recursion_fails_with_a_sentence() throws IOException {
        Verdict verdict = check("{ return 1 + count(text); }");
        assertThat(verdict.word()).isEqualTo("fails");
        assertThat(verdict.message()).contains("calls itself without end");
    }

    @Test
    void system_exit_crashes_and_is_named() throws IOException {
        Verdict verdict = check("{\n System.exit(0); return 1; }");
        assertThat(verdict.word()).isEqualTo("crashed");
        assertThat(verdict.message()).contains("System.exit", "Words.java:7");
    }

    @Test
    void runtime_halt_crashes_with_its_code() throws IOException {
        Verdict verdict = check("{ Runtime.getRuntime().halt(42); return 1; }");
        assertThat(verdict.word()).isEqualTo("crashed");
        assertThat(verdict.message()).contains("code 42", "Runtime.halt", "one word is one");
    }

    @Test
    void exhausted_memory_crashes_and_is_named() throws IOException {
        Verdict verdict =
                check("{ List<byte[]> all = new ArrayList<>(); while (true) { all.add(new byte[1 << 20]); } }");
        assertThat(verdict.word()).isEqualTo("crashed");
        assertThat(verdict.message()).contains("memory");
    }

    @Test
    void a_thread_left_running_does_not_reach_the_next_check() throws IOException {
        Verdict verdict = check("{ new Thread(() -> { while (true) { Thread.onSpinWait(); } }).start(); return 1; }");
        assertThat(verdict.word()).isEqualTo("fails");
    }

    @Test
    void changed_system_properties_do_not_reach_the_next_check() throws IOException {
        assertThat(check("{ System.setProperty(\"DYNAMODB_ENDPOINT\", \"http://127.0.0.1:1\"); return 1; }")
                        .word())
                .isEqualTo("fails");
    }

    @Test
    void a_finite_flood_of_output_is_cut_and_costs_no_verdict() throws IOException {
        Verdict verdict =
                check("{ for (int i = 0; i < 200_000; i++) { System.out.println(\"flood \" + i); } return 1; }");
        assertThat(verdict.word()).isEqualTo("fails");
        assertThat(verdict.graded().checks().get(0).output()).contains("flood 1\n", "bytes more, not kept");
        assertThat(verdict.graded().checks().get(0).output().length()).isLessThan(70_000);
    }

    @Test
    void an_endless_flood_of_output_times_out() throws IOException {
        Verdict verdict = checkImpatiently("{ while (true) { System.err.println(text); } }");
        assertThat(verdict.word()).isEqualTo("timed_out");
        assertThat(((Verdict.TimedOut) verdict).output()).startsWith("hello\n");
    }

    @Test
    void an_endless_flood_past_the_captured_streams_times_out_too() throws IOException {
        assertThat(checkImpatiently(
                                "{ var out = new java.io.PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out));"
                                        + " while (true) { out.println(text); } }")
                        .word())
                .isEqualTo("timed_out");
    }

    @Test
    void a_dropped_table_fails_with_a_sentence() throws IOException {
        Verdict verdict = check("{ Borrowed.ddb.deleteTable(t -> t.tableName(Borrowed.table));"
                + " Borrowed.ddb.scan(s -> s.tableName(Borrowed.table)); return 1; }");
        assertThat(verdict.word()).isEqualTo("fails");
        assertThat(verdict.message()).contains("no such table", "ResourceNotFoundException");
    }

    @Test
    void an_exception_in_a_static_initialiser_fails_with_its_cause() throws IOException {
        Verdict verdict = checker.check(
                exercise,
                Fixtures.words(folder, "static final int N = Integer.parseInt(\"x\");\n" + COUNT + "{ return N; }"),
                1);
        assertThat(verdict.word()).isEqualTo("fails");
        assertThat(verdict.message()).contains("static initialiser", "NumberFormatException");
    }

    @Test
    void a_closed_client_spoils_this_run_only() throws IOException {
        assertThat(check("{ Borrowed.ddb.close(); return 1; }").word()).isEqualTo("fails");
    }

    @Test
    void interrupted_threads_do_not_reach_the_next_check() throws IOException {
        assertThat(check("{ Thread.getAllStackTraces().keySet().forEach(Thread::interrupt); return 1; }")
                        .word())
                .isEqualTo("fails");
    }

    @Test
    @SuppressWarnings("removal")
    void a_stopped_thread_is_a_verdict() throws IOException {
        Verdict verdict = check("{ throw new ThreadDeath(); }");
        assertThat(verdict.word()).isEqualTo("fails");
        assertThat(verdict.message()).contains("ThreadDeath");
    }

    @Test
    void replaced_output_streams_do_not_reach_the_next_check() throws IOException {
        assertThat(check("{ System.setOut(null); System.setErr(null); return 1; }")
                        .word())
                .isEqualTo("fails");
    }

    @Test
    void a_thousand_threads_are_survived() throws IOException {
        assertThat(check(
                                "{ for (int i = 0; i < 1000; i++) { Thread t = new Thread(() -> {"
                                        + " java.util.concurrent.locks.LockSupport.park(); }); t.setDaemon(true); t.start(); } return 1; }")
                        .word())
                .isEqualTo("fails");
    }

    @Test
    void threads_without_end_are_stopped_before_the_machine_suffers() throws IOException {
        Verdict verdict =
                check("{ while (true) { new Thread(() -> java.util.concurrent.locks.LockSupport.park()).start(); } }");
        assertThat(verdict.word()).isEqualTo("crashed");
        assertThat(verdict.message()).contains("threads");
    }

    private Verdict checkImpatiently(String body) throws IOException {
        return impatient.check(exercise, Fixtures.words(folder, COUNT + body), 1);
    }

    private Verdict check(String body) throws IOException {
        return checker.check(exercise, Fixtures.words(folder, COUNT + body), 1);
    }
}
