package dojo.session.springai;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that the test moves; far ahead, so that a real sweep of expired items never meets a test. */
final class MovedClock implements InstantSource {
    private volatile Instant now = Instant.parse("2086-11-22T12:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    void advance(Duration by) {
        now = now.plus(by);
    }
}
