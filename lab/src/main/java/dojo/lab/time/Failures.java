package dojo.lab.time;

import org.jspecify.annotations.Nullable;

/** What went wrong while several things had to be done, kept until all of them are. */
final class Failures {

    private @Nullable Throwable first;

    void collect(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            if (first == null) {
                first = e;
            } else if (!first.equals(e)) {
                first.addSuppressed(e);
            }
        }
    }

    void rethrow() {
        if (first instanceof Error error) {
            throw error;
        }
        if (first instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
