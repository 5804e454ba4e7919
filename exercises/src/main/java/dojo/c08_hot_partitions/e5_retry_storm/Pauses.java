package dojo.c08_hot_partitions.e5_retry_storm;

import java.time.Duration;

/** How to wait: a thread that sleeps, or a clock that a test moves. */
@FunctionalInterface
public interface Pauses {
    /** Returns when the time has passed. */
    void pause(Duration time);
}
