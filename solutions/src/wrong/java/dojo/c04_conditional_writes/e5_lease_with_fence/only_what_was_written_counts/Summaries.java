// Misconception: It is enough that the item refuses what is older than the last write.
// Held by: Kleppmann, "How to do distributed locking" (2016): the store rejects a token below the highest it has seen
// Rejected by: the_old_holder_is_refused_as_soon_as_another_holds_the_lease
package dojo.c04_conditional_writes.e5_lease_with_fence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

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
            Map<String, AttributeValue> lock = ddb.updateItem(update -> update.tableName(table)
                            .key(Keys.lock(sessionId))
                            .updateExpression("SET held_by = :worker, held_until = :until ADD fence :one")
                            .conditionExpression("attribute_not_exists(PK) OR held_until <= :now")
                            .expressionAttributeValues(Map.of(
                                    ":worker", AttributeValue.fromS(worker),
                                    ":until", number(until.toEpochMilli()),
                                    ":now", number(now.toEpochMilli()),
                                    ":one", number(1)))
                            .returnValues(ReturnValue.ALL_NEW))
                    .attributes();
            long fence = Keys.fence(lock);
            return Optional.of(new Lease(sessionId, worker, fence, until));
        } catch (ConditionalCheckFailedException held) {
            return Optional.empty();
        }
    }

    public boolean save(Lease lease, String summary) {
        try {
            ddb.updateItem(update -> update.tableName(table)
                    .key(Keys.summary(lease.sessionId()))
                    .updateExpression("SET summary_text = :text, fence = :mine")
                    .conditionExpression("attribute_not_exists(fence) OR fence <= :mine")
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
