package dojo.workbench.check;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.bill.Bill;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordingTest {
    private static final Exercise EXERCISE = Fixtures.exercise("find_one");
    private static final Bill DEAR = new Bill(2, 1, 0);
    private static final Bill CHEAP = new Bill(1, 0.5, 0);

    private static Graded graded(Optional<Bill> bill) {
        return new Graded("find_one", List.of(), bill, CHEAP, new Millis(1, 2, 3), 1);
    }

    private static Progress after(Progress before, Verdict verdict) {
        return Recording.of(before, EXERCISE, verdict);
    }

    @Test
    void a_pass_and_its_bill_are_kept_and_the_cheapest_bill_counts() {
        Progress first = after(Progress.NONE, new Verdict.Passes(graded(Optional.of(DEAR))));
        Progress better = after(first, new Verdict.Passes(graded(Optional.of(CHEAP))));
        Progress worse = after(better, new Verdict.Passes(graded(Optional.of(DEAR))));

        assertThat(first.hasPassed(EXERCISE)).isTrue();
        assertThat(first.best(EXERCISE)).contains(DEAR);
        assertThat(better.best(EXERCISE)).contains(CHEAP);
        assertThat(worse).isEqualTo(better);
    }

    @Test
    void a_pass_without_a_price_is_a_pass_without_a_best() {
        assertThat(after(Progress.NONE, new Verdict.Passes(graded(Optional.empty()))))
                .isEqualTo(Progress.NONE.withPassed("find_one"));
    }

    @Test
    void what_ran_and_did_not_pass_is_an_attempt_whatever_it_cost() {
        Progress progress = after(
                Progress.NONE,
                new Verdict.TimedOut(graded(Optional.of(DEAR)), Duration.ofSeconds(10), Optional.empty(), "", ""));

        assertThat(progress).isEqualTo(Progress.NONE.withAttempt("find_one"));
        assertThat(after(progress, new Verdict.Crashed(graded(Optional.empty()), "", "")))
                .isEqualTo(progress.withAttempt("find_one"));
    }

    @Test
    void what_did_not_run_is_no_attempt() {
        assertThat(after(Progress.NONE, new Verdict.DoesNotCompile(graded(Optional.empty()), List.of(), false, "")))
                .isEqualTo(Progress.NONE);
        assertThat(after(Progress.NONE, new Verdict.NotStarted(graded(Optional.of(DEAR)), Optional.empty(), "")))
                .isEqualTo(Progress.NONE);
    }

    @Test
    void what_was_passed_under_a_former_name_gets_its_best_and_is_not_passed_anew() {
        assertThat(EXERCISE.formerNames()).containsExactly("fetch_one");

        assertThat(after(Progress.NONE.withPassed("fetch_one"), new Verdict.Passes(graded(Optional.of(CHEAP)))))
                .isEqualTo(Progress.NONE.withPassed("fetch_one").withBest("find_one", CHEAP));
    }

    @Test
    void a_skipped_exercise_that_passes_is_no_longer_skipped() {
        Progress skipped = Progress.NONE.withPassed("find_one").withSkipped("find_one");

        assertThat(after(skipped, new Verdict.Passes(graded(Optional.empty()))).skipped())
                .isEmpty();
    }
}
