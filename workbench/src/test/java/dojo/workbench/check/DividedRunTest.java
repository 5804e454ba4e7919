package dojo.workbench.check;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.exercise.Exercise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Visible and hidden checks run at the same time in two processes, and the verdict does not show it. */
class DividedRunTest {
    private static final int ENOUGH = 200;

    private final Exercise exercise = Fixtures.exercise("find_one");
    private final Checker checker =
            Checker.open(CheckerOptions.of(Fixtures.ROOT).withLimit(Duration.ofSeconds(5)));

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        checker.close();
    }

    @Test
    void the_checks_stay_in_author_order() throws IOException {
        Verdict divided = dividedVerdict();

        assertThat(divided).isInstanceOf(Verdict.Passes.class);
        assertThat(divided.graded().checks())
                .extracting(CheckResult::name)
                .containsExactly(
                        "answers_with_notes",
                        "finds_the_notes_of_one_owner",
                        "costs_one_unit",
                        "a_stranger_has_no_notes");
        assertThat(divided.graded().bill()).isPresent();
    }

    @Test
    void the_visible_failure_comes_first_though_both_fail() throws IOException {
        dividedVerdict();

        Verdict verdict = checker.check(exercise, notes("if (true) throw new IllegalStateException(\"no\");"), 1);

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Fails.class,
                        fails -> assertThat(fails.first().hidden()).isFalse());
        assertThat(verdict.graded().checks()).hasSize(4).noneMatch(CheckResult::passed);
    }

    @Test
    void a_loop_in_the_visible_checks_is_told_alone() throws IOException {
        dividedVerdict();

        Verdict verdict = checker.check(exercise, notes("while (!owner.isEmpty()) { Thread.onSpinWait(); }"), 1);

        assertThat(verdict).isInstanceOf(Verdict.TimedOut.class);
        assertThat(verdict.graded().checks()).noneMatch(CheckResult::hidden);
        assertThat(checker.check(exercise, notes(""), 1)).isInstanceOf(Verdict.Passes.class);
    }

    @Test
    void a_loop_in_a_hidden_check_comes_after_what_passed() throws IOException {
        dividedVerdict();

        Verdict verdict =
                checker.check(exercise, notes("while (owner.startsWith(\"stranger\")) { Thread.onSpinWait(); }"), 1);

        assertThat(verdict).isInstanceOf(Verdict.TimedOut.class);
        assertThat(verdict.graded().checks()).hasSize(3).allMatch(CheckResult::passed);
    }

    /** Checks an answer that says in which process it is, until the spare stands ready and takes its part. */
    private Verdict dividedVerdict() throws IOException {
        Submission telling = notes("System.out.println(ProcessHandle.current().pid());");
        for (int i = 0; i < ENOUGH; i++) {
            Verdict verdict = checker.check(exercise, telling, 1);
            List<CheckResult> checks = verdict.graded().checks();
            // On a busy machine a run may end before its first check has.
            if (!checks.isEmpty() && !lastLine(checks.get(0)).equals(lastLine(checks.get(checks.size() - 1)))) {
                return verdict;
            }
        }
        throw new AssertionError("No check was divided between two processes.");
    }

    private static String lastLine(CheckResult check) {
        List<String> lines = check.output().lines().toList();
        return lines.get(lines.size() - 1);
    }

    /** The answer, which first does something else. */
    private Submission notes(String first) throws IOException {
        Path answer = Fixtures.ROOT.resolve("solutions/src/main/java/dojo/c01_reading/e1_find_one/Notes.java");
        String text = Files.readString(answer)
                .replace("        return ddb.query", "        " + first + "\n        return ddb.query");
        Files.writeString(folder.resolve("Notes.java"), text);
        return Submission.source(folder);
    }
}
