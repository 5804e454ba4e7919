// Misconception: Time only rises, so the time of the lease is a fencing token.
// Held by: whoever takes timestamps for versions, as the source document does with TURN#<timestamp>
// Rejected by: clocks_need_not_agree
package dojo.c04_conditional_writes.e5_lease_with_fence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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

    public Optional<Lease> acquire(String sessionId, String worker) {
        Instant now = clock.instant();
        Instant until = now.plus(LEASE);
        try {
            ddb.updateItem(update -> update.tableName(table)
                    .key(Keys.lock(sessionId))
                    .updateExpression("SET held_by = :worker, held_until = :until, fence = :fence")
                    .conditionExpression("attribute_not_exists(PK) OR held_until <= :now")
                    .expressionAttributeValues(Map.of(
                            ":worker", AttributeValue.fromS(worker),
                            ":until", number(until.toEpochMilli()),
                            ":now", number(now.toEpochMilli()),
                            ":fence", number(now.toEpochMilli()))));
            long fence = now.toEpochMilli();
            stamp(sessionId, fence);
            return Optional.of(new Lease(sessionId, worker, fence, until));
        } catch (ConditionalCheckFailedException held) {
            return Optional.empty();
        }
    }

    /** From now on the summary refuses everybody with a smaller number; refused itself if a larger one was here. */
    private void stamp(String sessionId, long fence) {
        ddb.updateItem(update -> update.tableName(table)
                .key(Keys.summary(sessionId))
                .updateExpression("SET fence = :mine")
                .conditionExpression("attribute_not_exists(fence) OR fence < :mine")
                .expressionAttributeValues(Map.of(":mine", number(fence))));
    }

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

    public boolean release(Lease lease) {
        try {
            ddb.updateItem(update -> update.tableName(table)
                    .key(Keys.lock(lease.sessionId()))
                    .updateExpression("SET held_until = :zero")
                    .conditionExpression("fence = :mine")
                    .expressionAttributeValues(Map.of(":zero", number(0), ":mine", number(lease.fence()))));
            return true;
        } catch (ConditionalCheckFailedException another) {
            return false;
        }
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
