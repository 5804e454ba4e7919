package dojo.session.dynamo;

import java.time.Duration;

/**
 * How a memory keeps what it was told. Immutable.
 *
 * @param step how exactly activity is noted: a session's head is written at most once in a step, and lists of sessions
 *     are in the order of steps
 * @param retention how long after its very end a session's data are kept before DynamoDB may delete them; fixed when
 *     the session is created. The least is the time in which a late retry may come, an hour
 * @param refusal how long after an erasure no session is created for the customer, so that nothing that was under way
 *     brings one back; longer than your queues keep a message
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html">AWS: time to live</a>
 */
public record Upkeep(Duration step, Duration retention, Duration refusal) {
    /** In which retries, and writers with a slow clock, may still come after the end of a session. */
    public static final Duration RETRY_HORIZON = Duration.ofHours(1);

    private static final Duration SHORTEST_STEP = Duration.ofSeconds(1);
    private static final Duration LONGEST_STEP = Duration.ofDays(1);
    private static final Duration LONGEST_RETENTION = Duration.ofDays(3_650);

    /**
     * Refuses what cannot work.
     *
     * @throws IllegalArgumentException with the value and what to do
     */
    public Upkeep {
        if (step.compareTo(SHORTEST_STEP) < 0 || step.compareTo(LONGEST_STEP) > 0) {
            throw new IllegalArgumentException("Activity is noted in steps of 1 second to 1 day, got " + step
                    + ": 15 minutes cost about 0.3 write units for a turn of a chat.");
        }
        if (retention.compareTo(RETRY_HORIZON) < 0 || retention.compareTo(LONGEST_RETENTION) > 0) {
            throw new IllegalArgumentException("Data are kept between " + RETRY_HORIZON
                    + " and 3,650 days after the end of their session, got " + retention
                    + ": a late retry must find the turn it wrote, or it writes it again.");
        }
        if (refusal.compareTo(RETRY_HORIZON) < 0 || refusal.compareTo(LONGEST_RETENTION) > 0) {
            throw new IllegalArgumentException("An erased customer is refused between " + RETRY_HORIZON
                    + " and 3,650 days, got " + refusal + ": choose longer than your queues keep a message.");
        }
    }

    /** Steps of 15 minutes, data for an hour after the end, and erased customers refused for 35 days. */
    public static Upkeep usual() {
        return new Upkeep(Duration.ofMinutes(15), RETRY_HORIZON, Duration.ofDays(35));
    }

    public Upkeep step(Duration own) {
        return new Upkeep(own, retention, refusal);
    }

    public Upkeep retention(Duration own) {
        return new Upkeep(step, own, refusal);
    }

    public Upkeep refusal(Duration own) {
        return new Upkeep(step, retention, own);
    }
}
