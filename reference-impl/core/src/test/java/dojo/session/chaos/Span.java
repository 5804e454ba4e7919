package dojo.session.chaos;

import java.time.Duration;
import java.time.Instant;

/**
 * When a call happened.
 *
 * @param begun its place in the order of all beginnings and ends, which decides what came before what
 * @param ended the same for its end
 * @param from when it began, by the true clock
 * @param to when it ended, by the true clock
 * @param skew how far the caller's own clock is ahead of the true one
 */
record Span(long begun, long ended, Instant from, Instant to, Duration skew) {

    /** The least that the caller's clock can have shown meanwhile. */
    Instant earliest() {
        return from.plus(skew);
    }

    /** The most that the caller's clock can have shown meanwhile. */
    Instant latest() {
        return to.plus(skew);
    }
}
