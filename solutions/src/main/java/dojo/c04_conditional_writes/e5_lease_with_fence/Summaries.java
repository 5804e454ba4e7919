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

    /** Takes the lease of a session for half a minute; empty while another holds it. */
    // tag::acquire[]
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
    // end::acquire[]

    /** Stores the summary; false, and nothing stored, once another worker has got the lease. */
    // tag::save[]
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
    // end::save[]

    /** Gives the lease back; false, and nothing changed, once another worker has got it. */
    // tag::release[]
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
    // end::release[]

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
