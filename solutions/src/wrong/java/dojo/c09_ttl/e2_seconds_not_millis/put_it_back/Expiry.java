// Misconception: What was read can be put back with one attribute changed, if that one has not moved.
// Held by: putItem of the Enhanced Client, which replaces the item, used where one attribute is meant
// Rejected by: what_others_changed_in_the_session_stays
package dojo.c09_ttl.e2_seconds_not_millis;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** When sessions end: how it is written, and how what was written wrongly is put right. */
public final class Expiry {
    private static final int STEP = 10;
    /** As seconds this is the year 5138, as milliseconds 1973. */
    private static final long MILLISECONDS_FROM_HERE = 100_000_000_000L;
    /** What expired longer ago is never deleted. */
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

    /**
     * Looks at the next ten items, and corrects each {@code ttl} by which DynamoDB would never delete.
     * Begins at the key where the last step stopped, empty at first; returns where to go on, empty at the end.
     */
    public Map<String, AttributeValue> repair(Map<String, AttributeValue> from) {
        ScanResponse page =
                ddb.scan(scan -> scan.tableName(table).limit(STEP).exclusiveStartKey(from.isEmpty() ? null : from));
        page.items().stream().filter(item -> item.containsKey("ttl")).forEach(this::correct);
        return page.lastEvaluatedKey();
    }

    private void correct(Map<String, AttributeValue> item) {
        AttributeValue seen = Items.ttl(item);
        AttributeValue right = AttributeValue.fromN(Long.toString(seconds(seen)));
        if (right.equals(seen)) {
            return;
        }
        try {
            Map<String, AttributeValue> whole = new HashMap<>(item);
            whole.put("ttl", right);
            ddb.putItem(put -> put.tableName(table)
                    .item(whole)
                    .conditionExpression("#ttl = :seen")
                    .expressionAttributeNames(Map.of("#ttl", "ttl"))
                    .expressionAttributeValues(Map.of(":seen", seen)));
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
