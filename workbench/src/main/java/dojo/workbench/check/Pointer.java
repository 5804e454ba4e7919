package dojo.workbench.check;

import java.util.Optional;

/** Where a verdict says to look. */
public final class Pointer {
    private Pointer() {}

    /** The learner's line, as {@code path:line}; empty when it passes or names none. */
    public static Optional<String> of(Verdict verdict) {
        if (verdict instanceof Verdict.Fails fails) {
            return fails.first().where();
        } else if (verdict instanceof Verdict.DoesNotCompile refused) {
            return refused.problems().stream().findFirst().map(CompileProblem::where);
        } else if (verdict instanceof Verdict.TimedOut late) {
            return late.where();
        }
        return Optional.empty();
    }
}
