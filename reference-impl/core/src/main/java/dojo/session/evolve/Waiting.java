package dojo.session.evolve;

import java.time.Duration;

/** How a job lets time pass, so that a test need not. */
@FunctionalInterface
public interface Waiting {
    /** Returns when this much time has passed on the clock of the job. */
    void pass(Duration time);

    /**
     * Sleeps; holds the thread and costs nothing else.
     *
     * @throws IllegalStateException from {@link #pass} if the thread is interrupted; the job can be run again
     */
    static Waiting sleeping() {
        return time -> {
            try {
                Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted between two requests: run it again to go on.", stop);
            }
        };
    }
}
