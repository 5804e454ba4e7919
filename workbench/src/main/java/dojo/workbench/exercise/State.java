package dojo.workbench.exercise;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How far the learner is with an exercise. */
public enum State {
    OPEN,
    SKIPPED,
    PASSED;

    public static State of(Exercise exercise, Progress progress) {
        if (progress.hasPassed(exercise)) {
            return PASSED;
        }
        return progress.hasSkipped(exercise) ? SKIPPED : OPEN;
    }

    /** As commands have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<State> of(String word) {
        return Stream.of(values())
                .filter(state -> state.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
