package dojo.c11_transactions.e3_conflict_and_retry;

import java.time.Duration;

/** How to wait between two attempts: in production a thread sleeps, in a check the clock moves on. */
@FunctionalInterface
public interface Pause {
    /** Returns after about so much time, somewhat more for one caller than for another. */
    void about(Duration time);
}
