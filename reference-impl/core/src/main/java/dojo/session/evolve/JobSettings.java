package dojo.session.evolve;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How a job walks through a table. Immutable.
 *
 * @param unitsPerSecond how many units the job consumes a second at most, reads and writes together
 * @param segments into how many parts the table is cut; fixed while a job of this name is under way
 * @param page how many items are read before the place reached is saved, which costs a write unit or two
 * @param attempts how often a write is tried that meets somebody else's
 * @param pause between these attempts, times their number
 * @param clock what the pace goes by
 * @param waiting how time passes on that clock
 */
public record JobSettings(
        double unitsPerSecond,
        int segments,
        int page,
        int attempts,
        Duration pause,
        InstantSource clock,
        Waiting waiting) {
    private static final int MOST_SEGMENTS = 1_000_000;

    /**
     * Refuses what cannot work.
     *
     * @throws IllegalArgumentException with the value and what to do
     */
    public JobSettings {
        if (!(unitsPerSecond > 0)) {
            throw new IllegalArgumentException("A job consumes a positive number of units a second, got "
                    + unitsPerSecond + ": choose what the table can spare beside its users.");
        }
        if (segments < 1 || segments > MOST_SEGMENTS) {
            throw new IllegalArgumentException(
                    "A table is walked in 1 to 1,000,000 segments, got " + segments + ": 1 will do for most.");
        }
        if (page < 1) {
            throw new IllegalArgumentException("A page has at least one item, got " + page + ": 100 is usual.");
        }
        if (attempts < 1) {
            throw new IllegalArgumentException("A write is tried at least once, got " + attempts + ": 5 is usual.");
        }
    }

    /** One segment, pages of 100 items, five attempts, on this machine's clock. */
    public static JobSettings at(double unitsPerSecond) {
        return new JobSettings(unitsPerSecond, 1, 100, 5, Duration.ofMillis(50), Clock.systemUTC(), Waiting.sleeping());
    }

    public JobSettings segments(int number) {
        return new JobSettings(unitsPerSecond, number, page, attempts, pause, clock, waiting);
    }

    public JobSettings page(int items) {
        return new JobSettings(unitsPerSecond, segments, items, attempts, pause, clock, waiting);
    }

    public JobSettings on(InstantSource other, Waiting itsWay) {
        return new JobSettings(unitsPerSecond, segments, page, attempts, pause, other, itsWay);
    }
}
