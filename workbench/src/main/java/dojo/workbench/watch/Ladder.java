package dojo.workbench.watch;

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
