// Misconception: The lease is only about who goes first, so it may be a lock of the program; the fence is stored.
// Held by: synchronized blocks in a service that has been started a second time
// Rejected by: a_worker_that_was_started_again_is_another_holder
package dojo.c04_conditional_writes.e5_lease_with_fence;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** The summary of each session, written by one worker at a time. */
public final class Summaries {
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final Map<String, Lease> HELD = new ConcurrentHashMap<>();

    private final DynamoDbClient ddb;
    private final String table;
    private final InstantSource clock;

    public Summaries(DynamoDbClient ddb, String table, InstantSource clock) {
        this.ddb = ddb;
        this.table = table;
        this.clock = clock;
    }

    /** Takes the lease of a session for half a minute; empty while another holds it. */
    public Optional<Lease> acquire(String sessionId, String worker) {
        synchronized (HELD) {
            Lease held = HELD.get(table + " " + sessionId);
            if (held != null && held.until().isAfter(clock.instant())) {
                return Optional.empty();
            }
            Map<String, AttributeValue> summary = ddb.updateItem(update -> update.tableName(table)
                            .key(Keys.summary(sessionId))
                            .updateExpression("ADD fence :one")
                            .expressionAttributeValues(Map.of(":one", number(1)))
                            .returnValues(ReturnValue.ALL_NEW))
                    .attributes();
            Lease lease = new Lease(
                    sessionId, worker, Keys.fence(summary), clock.instant().plus(LEASE));
            HELD.put(table + " " + sessionId, lease);
            return Optional.of(lease);
        }
    }

    /** Stores the summary; false, and nothing stored, once another worker has got the lease. */
    public boolean save(Lease lease, String summary) {
        try {
            ddb.updateItem(update -> update.tableName(table)
                    .key(Keys.summary(lease.sessionId()))
                    .updateExpression("SET summary_text = :text")
                    .conditionExpression("fence = :mine")
                    .expressionAttributeValues(
                            Map.of(":text", AttributeValue.fromS(summary), ":mine", number(lease.fence()))));
            return true;
        } catch (ConditionalCheckFailedException another) {
            return false;
        }
    }

    /** Gives the lease back; false, and nothing changed, once another worker has got it. */
    public boolean release(Lease lease) {
        return HELD.remove(table + " " + lease.sessionId(), lease);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
