package dojo.c03_reading.e4_batch_leftovers;

import java.time.Duration;

/** Lets time pass: a sleep in production, a step of the clock in a test. */
public interface Pause {
    void take(Duration duration);
}
