package dojo.session.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until somebody moves it; give it to the memory, and to the kit. Thread-safe. */
public final class HandMovedClock implements InstantSource {
    /** Far ahead, so that no real sweep of expired items ever meets a test. */
    public static final Instant START = Instant.parse("2086-11-22T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Moves the hands; backwards if {@code by} is negative. */
    public void move(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }
}
