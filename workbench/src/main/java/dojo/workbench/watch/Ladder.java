package dojo.workbench.watch;

import dojo.workbench.exercise.FirstHints;
import dojo.workbench.hint.FailedRun;
import java.util.Optional;

/** When help is offered: hints after a few tries, the answer after many, or after a long while. */
final class Ladder {
    /** So many tries without a new hint, and one is offered. */
    static final int TRIES_PER_HINT = 3;

    /** So many tries, and the answer is offered. */
    static final int TRIES_BEFORE_ANSWER = 6;

    private Ladder() {}

    /** Whether the answer may be read without asking: it was passed, or asked for before. */
    static boolean isEarned(WatchModel model) {
        return model.passed()
                || model.progress().hasPassed(model.exercise())
                || model.progress().wasAssisted(model.exercise());
    }

    /** Whether the answer is offered to somebody who has not earned it. */
    static boolean offersAnswer(WatchModel model) {
        return !isEarned(model) && (model.visit().longEnough() || tries(model) >= TRIES_BEFORE_ANSWER);
    }

    /** What there is to say about the last run, unless it was said since the learner came here. */
    static Optional<FirstHints.Entry> firstHint(WatchModel model) {
        return model.verdict()
                .flatMap(FailedRun::of)
                .flatMap(run -> run.hint(model.exercise()))
                .filter(entry -> !model.visit().told().contains(entry.term()));
    }

    /** Whether to say that there is a hint about the last run, which needs no more than one honest try. */
    static boolean offersFirstHint(WatchModel model) {
        return !isEarned(model)
                && !(model.panel() instanceof Panel.FirstHint)
                && tries(model) > 0
                && firstHint(model).isPresent();
    }

    /** Whether to say that there is a hint. */
    static boolean offersHint(WatchModel model) {
        int seen = model.progress().hints(model.exercise());
        return !isEarned(model)
                && seen < model.exercise().readme().hints().size()
                && tries(model) >= TRIES_PER_HINT * (seen + 1);
    }

    private static int tries(WatchModel model) {
        return model.progress().attempts(model.exercise());
    }
}
