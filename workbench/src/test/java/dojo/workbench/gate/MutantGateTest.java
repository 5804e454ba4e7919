package dojo.workbench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two good exercises keep their promise; with weaker checks, one of them does not, and the gate sees it. */
class MutantGateTest {

    private static final String PACKAGE = "dojo/c04_conditional_writes/e2_append_once";
    private static final String VISIBLE = "exercises/src/test/java/" + PACKAGE + "/TurnLogTest.java";
    private static final String REASONS = "solutions/src/survivors/append_once.txt";
    private static final String NO_CONDITION = "TurnLog.append PutItem: without its condition";

    @RegisterExtension
    private static final OpenChecker CHECKER = OpenChecker.withWorkers(2);

    @TempDir
    private Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void copy_one_exercise() throws IOException {
        sandbox = Sandbox.copy(OpenChecker.REAL, folder, PACKAGE);
    }

    @Test
    void two_real_exercises_reject_every_mutant() {
        List<Mutated> both = MutantGate.over(OpenChecker.REAL, CHECKER.get(), 2)
                .judge(List.of("append_once", "catch_the_duplicate"), one -> {});

        assertThat(both).allSatisfy(one -> {
            assertThat(one.findings()).isEmpty();
            assertThat(one.rejected()).isEqualTo(one.made()).isGreaterThanOrEqualTo(2);
        });
    }

    @Test
    void a_check_that_misses_a_dropped_condition() throws IOException {
        leave_only_the_first_check();

        assertThat(findings())
                .anySatisfy(sentence -> assertThat(sentence).contains("reject 0 of 1", "80 %"))
                .anySatisfy(sentence -> assertThat(sentence).contains(NO_CONDITION, REASONS));
    }

    @Test
    void a_survivor_that_is_accepted_still_counts_and_an_equivalent_one_does_not() throws IOException {
        leave_only_the_first_check();
        sandbox.write(REASONS, NO_CONDITION + " | accepted: nobody ever sends a turn twice.\n");
        assertThat(findings()).singleElement().asString().contains("reject 0 of 1");

        sandbox.write(REASONS, "# By design:\n" + NO_CONDITION + " | equivalent: nobody ever sends a turn twice.\n");
        assertThat(findings()).isEmpty();
    }

    @Test
    void a_reason_for_what_does_not_survive_and_a_line_that_is_none() throws IOException {
        sandbox.write(REASONS, NO_CONDITION + " | accepted: nobody ever sends a turn twice.\nIt is good.\n");

        assertThat(findings())
                .hasSize(2)
                .anySatisfy(sentence -> assertThat(sentence).contains(NO_CONDITION, "does not survive"))
                .anySatisfy(sentence -> assertThat(sentence).contains("\"It is good.\""));
    }

    @Test
    void an_answer_that_does_not_pass_is_not_judged() throws IOException {
        sandbox.replace(VISIBLE, "@Costs(requests = 1", "@Costs(requests = 0");

        assertThat(findings()).singleElement().asString().contains("does not pass as it is");
    }

    private void leave_only_the_first_check() throws IOException {
        sandbox.delete("solutions/src/test/java/" + PACKAGE);
        sandbox.replace(VISIBLE, "    @Test\n    @Order(2)", "    @Order(2)");
    }

    private List<String> findings() {
        return MutantGate.over(folder, CHECKER.get(), 1).judge(List.of("append_once"), one -> {}).stream()
                .flatMap(one -> one.findings().stream())
                .toList();
    }
}
