package dojo.session.cache;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How stale a cached read may be, and how much is cached. Immutable.
 *
 * @param rules what a write of this process makes of cached reads
 * @param items how long an item is answered from the cache: so long may another process have changed it unnoticed
 * @param queries the same for the result of a query
 * @param mostBytes at most so much is cached, as DynamoDB counts the size of items; half for items, half for queries
 * @param clock measures the times
 */
public record CacheSettings(Rules rules, Duration items, Duration queries, long mostBytes, InstantSource clock) {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final long FEWEST_BYTES = 1_024;
    private static final long USUAL_BYTES = 32L * 1_024 * 1_024;

    /**
     * Refuses what cannot work.
     *
     * @throws IllegalArgumentException with the value and what to do
     */
    public CacheSettings {
        check("an item", items);
        check("a query", queries);
        if (mostBytes < FEWEST_BYTES) {
            throw new IllegalArgumentException(
                    "A cache holds at least 1,024 bytes, got " + mostBytes + ": leave the layer out to cache nothing.");
        }
    }

    private static void check(String what, Duration time) {
        if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "The answer of " + what + " is kept between 1 millisecond and 1 day, got " + time
                            + ": choose how long another process' write may stay unseen.");
        }
    }

    /** Items for 30 seconds, queries for 5, own writes seen at once, at most 32 MB. */
    public static CacheSettings usual() {
        return new CacheSettings(
                Rules.OWN_WRITES, Duration.ofSeconds(30), Duration.ofSeconds(5), USUAL_BYTES, Clock.systemUTC());
    }

    /**
     * The rules of DAX, and 5 minutes for both, its default for items.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAX.concepts.html">AWS: DAX, how it
     *     works</a>
     */
    public static CacheSettings likeDax() {
        Duration fiveMinutes = Duration.ofMinutes(5);
        return new CacheSettings(Rules.LIKE_DAX, fiveMinutes, fiveMinutes, USUAL_BYTES, Clock.systemUTC());
    }

    public CacheSettings items(Duration own) {
        return new CacheSettings(rules, own, queries, mostBytes, clock);
    }

    public CacheSettings queries(Duration own) {
        return new CacheSettings(rules, items, own, mostBytes, clock);
    }

    public CacheSettings mostBytes(long own) {
        return new CacheSettings(rules, items, queries, own, clock);
    }

    public CacheSettings clock(InstantSource own) {
        return new CacheSettings(rules, items, queries, mostBytes, own);
    }
}
