package dojo.session.dynamo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock whose hands the test moves; far ahead, so that a real sweep of expired items never meets a test. */
final class Hands implements InstantSource {
    static final Instant NOON = Instant.parse("2086-11-22T12:00:00Z");
    private volatile Instant now = NOON;

    @Override
    public Instant instant() {
        return now;
    }

    void advance(Duration by) {
        now = now.plus(by);
    }

    void back(Duration by) {
        now = now.minus(by);
    }
}
