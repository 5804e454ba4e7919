package dojo.c04_conditional_writes.e5_lease_with_fence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The summary of each session, written by one worker at a time. */
public final class Summaries {
    private static final Duration LEASE = Duration.ofSeconds(30);

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
        Instant now = clock.instant();
        Lease lease = new Lease(sessionId, worker, 0, now.plus(LEASE));
        Map<String, AttributeValue> lock = new HashMap<>(Keys.lock(sessionId));
        lock.put("held_by", AttributeValue.fromS(worker));
        lock.put("held_until", millis(lease.until()));
        try {
            ddb.putItem(put -> put.tableName(table)
                    .item(lock)
                    .conditionExpression("attribute_not_exists(PK) OR held_until <= :now")
                    .expressionAttributeValues(Map.of(":now", millis(now))));
            return Optional.of(lease);
        } catch (ConditionalCheckFailedException held) {
            return Optional.empty();
        }
    }

    /** Stores the summary; false, and nothing stored, once another worker has got the lease. */
    public boolean save(Lease lease, String summary) {
        if (!clock.instant().isBefore(lease.until())) {
            return false;
        }
        Map<String, AttributeValue> item = new HashMap<>(Keys.summary(lease.sessionId()));
        item.put("summary_text", AttributeValue.fromS(summary));
        ddb.putItem(put -> put.tableName(table).item(item));
        return true;
    }

    /** Gives the lease back; false, and nothing changed, once another worker has got it. */
    public boolean release(Lease lease) {
        ddb.deleteItem(delete -> delete.tableName(table).key(Keys.lock(lease.sessionId())));
        return true;
    }

    private static AttributeValue millis(Instant time) {
        return AttributeValue.fromN(Long.toString(time.toEpochMilli()));
    }
}
