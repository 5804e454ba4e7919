package dojo.session;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** How long to step back before trying again, so that rivals do not collide in step. */
@FunctionalInterface
public interface Pause {
    Pause NONE = attempt -> {};

    /** Waits before the repetition of this number, counted from 1. */
    void before(int attempt);

    /** Waits a random part of {@code base}, doubled with every attempt up to 64 times. */
    static Pause jittered(Duration base, Supplier<? extends RandomGenerator> random) {
        return attempt -> sleep(random.get().nextLong(1 + (base.toNanos() << Math.min(attempt - 1, 6))));
    }

    private static void sleep(long nanos) {
        try {
            Thread.sleep(Duration.ofNanos(nanos).toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "Interrupted between two attempts; the outcome is as of the last one.", stop);
        }
    }
}
