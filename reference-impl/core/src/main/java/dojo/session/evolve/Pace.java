package dojo.session.evolve;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Holds a job to so many units a second, without bursts: what was spent is waited for before the next request.
 *
 * <p>Used by one thread.
 */
final class Pace {
    private final double unitsPerSecond;
    private final InstantSource clock;
    private final Waiting waiting;
    private Instant free = Instant.MIN;

    Pace(double unitsPerSecond, InstantSource clock, Waiting waiting) {
        if (!(unitsPerSecond > 0)) {
            throw new IllegalArgumentException("A job consumes a positive number of units a second, got "
                    + unitsPerSecond + ": choose what the table can spare beside its users.");
        }
        this.unitsPerSecond = unitsPerSecond;
        this.clock = clock;
        this.waiting = waiting;
    }

    void spent(double units) {
        Instant now = clock.instant();
        Instant from = free.isAfter(now) ? free : now;
        free = from.plusNanos((long) (units / unitsPerSecond * 1e9));
    }

    void await() {
        Duration left = Duration.between(clock.instant(), free.equals(Instant.MIN) ? clock.instant() : free);
        if (!left.isNegative() && !left.isZero()) {
            waiting.pass(left);
        }
    }
}
