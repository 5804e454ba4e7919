package dojo.workbench.exercise;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How an exercise is solved. */
public enum Kind {
    /** A plausible mistake is to be found and repaired. */
    FIX,
    /** A gap is to be filled. */
    BUILD,
    /** Solved at the shell prompt: there is no file, the answers are what was found. */
    LIVE,
    /** The bill or the outcome is to be said before anything runs: there is no file, the answers are the predictions. */
    PREDICT,
    /** The file is a test, and has to tell right implementations from wrong ones. */
    CATCH,
    /** The file declares keys and indexes; access patterns run through them at several sizes. */
    DESIGN;

    /** Whether answers are recorded instead of a file being edited. */
    public boolean isAnswered() {
        return this == LIVE || this == PREDICT;
    }

    /** Whether there is code of the learner's that asks a table, and so has a bill. */
    public boolean isPriced() {
        return !isAnswered() && this != CATCH;
    }

    /** As a README has it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> of(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    static String words() {
        return Stream.of(values()).map(Kind::word).collect(Collectors.joining(", "));
    }
}
