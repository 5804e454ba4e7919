package dojo.workbench.check;

import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Progress;

/** What a verdict changes in a learner's progress, wherever it was asked for. */
public final class Recording {
    private Recording() {}

    /**
     * A pass and its bill, or one more attempt.
     *
     * <p>Files that do not compile, or are still the starter's, are no attempt. What was passed under a former name is
     * not passed anew.
     */
    public static Progress of(Progress before, Exercise exercise, Verdict verdict) {
        String id = exercise.id();
        if (verdict.passed()) {
            boolean known = before.hasPassed(exercise) && !before.skipped().contains(id);
            Progress passed = known ? before : before.withPassed(id);
            return verdict.graded()
                    .bill()
                    .map(bill -> passed.withBest(id, bill))
                    .orElse(passed);
        }
        boolean ran = verdict instanceof Verdict.Fails
                || verdict instanceof Verdict.TimedOut
                || verdict instanceof Verdict.Crashed;
        return ran ? before.withAttempt(id) : before;
    }
}
