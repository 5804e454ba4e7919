package dojo.session;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** How long to step back before trying again, so that rivals do not collide in step. */
@FunctionalInterface
public interface Pause {
    Pause NONE = attempt -> {};

    /** Waits before the repetition of this number, counted from 1. */
    void before(int attempt);

    /** The same without holding a thread; unless a pause says otherwise, it waits as {@link #before} does. */
    default CompletableFuture<Void> ahead(int attempt) {
        before(attempt);
        return CompletableFuture.completedFuture(null);
    }

    /** Waits a random part of {@code base}, doubled with every attempt up to 64 times. */
    static Pause jittered(Duration base, Supplier<? extends RandomGenerator> random) {
        return new Jittered(base, random);
    }

    /** Called "full jitter" in the Amazon Builders' Library, "Timeouts, retries and backoff with jitter". */
    record Jittered(Duration base, Supplier<? extends RandomGenerator> random) implements Pause {
        @Override
        public void before(int attempt) {
            try {
                Thread.sleep(millis(attempt));
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(
                        "Interrupted between two attempts; the outcome is as of the last one.", stop);
            }
        }

        @Override
        public CompletableFuture<Void> ahead(int attempt) {
            return CompletableFuture.runAsync(
                    () -> {}, CompletableFuture.delayedExecutor(millis(attempt), TimeUnit.MILLISECONDS));
        }

        private long millis(int attempt) {
            long most = base.toNanos() << Math.min(attempt - 1, 6);
            return Duration.ofNanos(random.get().nextLong(1 + most)).toMillis();
        }
    }
}
