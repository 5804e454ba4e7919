// Misconception: A repair is one request, or at least one call.
// Held by: whoever runs a paginator over a whole table at noon and cannot say how far it got
// Rejected by: a_step_looks_at_ten_items_and_the_next_goes_on
package dojo.c09_ttl.e2_seconds_not_millis;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** When sessions end: how it is written, and how what was written wrongly is put right. */
public final class Expiry {
    private static final long MILLISECONDS_FROM_HERE = 100_000_000_000L;
    private static final Duration TOO_OLD = Duration.ofDays(5 * 365);

    private final DynamoDbClient ddb;
    private final String table;
    private final InstantSource clock;

    public Expiry(DynamoDbClient ddb, String table, InstantSource clock) {
        this.ddb = ddb;
        this.table = table;
        this.clock = clock;
    }

    /** Stores a session that ends at this instant. */
    public void store(String sessionId, Instant end) {
        AttributeValue ttl = AttributeValue.fromN(Long.toString(end.getEpochSecond()));
        ddb.putItem(put -> put.tableName(table).item(Items.session(sessionId, ttl)));
    }

    public Map<String, AttributeValue> repair(Map<String, AttributeValue> from) {
        ddb.scanPaginator(scan -> scan.tableName(table)).items().stream()
                .filter(item -> item.containsKey("ttl"))
                .forEach(this::correct);
        return Map.of();
    }

    private void correct(Map<String, AttributeValue> item) {
        AttributeValue seen = Items.ttl(item);
        AttributeValue right = AttributeValue.fromN(Long.toString(seconds(seen)));
        if (right.equals(seen)) {
            return;
        }
        try {
            ddb.updateItem(update -> update.tableName(table)
                    .key(Items.keyOf(item))
                    .updateExpression("SET #ttl = :right")
                    .conditionExpression("#ttl = :seen")
                    .expressionAttributeNames(Map.of("#ttl", "ttl"))
                    .expressionAttributeValues(Map.of(":seen", seen, ":right", right)));
        } catch (ConditionalCheckFailedException changed) {
            // Somebody has used the session since, or TTL has deleted it: either way it is right now.
        }
    }

    private long seconds(AttributeValue ttl) {
        long number = Long.parseLong(ttl.n() == null ? ttl.s() : ttl.n());
        long seconds = number > MILLISECONDS_FROM_HERE ? number / 1000 : number;
        long now = clock.instant().getEpochSecond();
        return seconds < now - TOO_OLD.toSeconds() ? now : seconds;
    }
}
