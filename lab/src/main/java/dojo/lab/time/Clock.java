package dojo.lab.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The one clock that all laws of a lab read, so that token buckets, lags, deadlines and retention move together.
 *
 * <p>Safe for use by many threads. Events never run at the same time as each other, and in the order of their due
 * times, equal ones in the order of their registration.
 */
public interface Clock extends InstantSource {

    @Override
    Instant instant();

    /**
     * Lets the current request or task take this long.
     *
     * <p>A virtual clock moves on at once, or, inside a task of a {@link Scenario}, lets the other tasks act until then;
     * a wall clock really waits. Never call it while holding a lock that an event or another request may need.
     *
     * @throws IllegalArgumentException if the duration is negative
     */
    void pass(Duration duration);

    /**
     * Moves time on and runs what falls due on the way.
     *
     * @throws IllegalArgumentException if the step is negative
     */
    void advance(Duration step);

    /**
     * Runs the event when the clock gets there; one that is due already runs at the next move or {@link #catchUp}.
     *
     * <p>An event may register further events, and may move the clock. One that throws does not keep the others from
     * running; what it threw reaches whoever moved the clock.
     */
    void at(Instant due, Runnable event);

    /** Runs what is due already; every request calls it first. */
    void catchUp();
}
