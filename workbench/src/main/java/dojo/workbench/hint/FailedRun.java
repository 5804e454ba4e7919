package dojo.workbench.hint;

import dojo.workbench.check.CheckResult;
import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.FirstHints;
import java.util.List;
import java.util.Optional;

/**
 * What a run failed by, as far as a hint is chosen by it.
 *
 * @param check the first check that failed
 * @param operations what that check sent, each once, in order: {@code Query}, {@code PutItem}
 */
public record FailedRun(String check, List<String> operations) {
    public FailedRun {
        operations = List.copyOf(operations);
    }

    /** Empty when it passes, or nothing was judged. */
    public static Optional<FailedRun> of(Verdict verdict) {
        if (verdict instanceof Verdict.Fails fails) {
            return Optional.of(of(fails.first()));
        } else if (verdict instanceof Verdict.NotStarted untouched) {
            return untouched.first().map(FailedRun::of);
        }
        return Optional.empty();
    }

    private static FailedRun of(CheckResult failed) {
        return new FailedRun(
                failed.name(),
                failed.requests().stream()
                        .map(request -> request.split(" ", 2)[0])
                        .distinct()
                        .toList());
    }

    /** What the exercise says first to somebody whose run did this. */
    public Optional<FirstHints.Entry> hint(Exercise exercise) {
        return exercise.readme().firstHints().about(check, operations);
    }
}
