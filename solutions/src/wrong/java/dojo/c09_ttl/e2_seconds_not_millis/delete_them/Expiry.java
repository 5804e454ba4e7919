// Misconception: Sessions that TTL does not delete have to be deleted by the job.
// Held by: whoever reads "older than a day" into every ttl that looks wrong
// Rejected by: what_is_alive_stays_until_its_end
package dojo.c09_ttl.e2_seconds_not_millis;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** When sessions end: how it is written, and how what was written wrongly is put right. */
public final class Expiry {
    private static final int STEP = 10;
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
        ScanResponse page =
                ddb.scan(scan -> scan.tableName(table).limit(STEP).exclusiveStartKey(from.isEmpty() ? null : from));
        page.items().stream().filter(item -> item.containsKey("ttl")).forEach(this::correct);
        return page.lastEvaluatedKey();
    }

    private void correct(Map<String, AttributeValue> item) {
        AttributeValue seen = Items.ttl(item);
        if (AttributeValue.fromN(Long.toString(seconds(seen))).equals(seen)) {
            return;
        }
        try {
            ddb.deleteItem(delete -> delete.tableName(table)
                    .key(Items.keyOf(item))
                    .conditionExpression("#ttl = :seen")
                    .expressionAttributeNames(Map.of("#ttl", "ttl"))
                    .expressionAttributeValues(Map.of(":seen", seen)));
        } catch (ConditionalCheckFailedException changed) {
            // Somebody has used the session since.
        }
    }

    private long seconds(AttributeValue ttl) {
        long number = Long.parseLong(ttl.n() == null ? ttl.s() : ttl.n());
        long seconds = number > MILLISECONDS_FROM_HERE ? number / 1000 : number;
        long now = clock.instant().getEpochSecond();
        return seconds < now - TOO_OLD.toSeconds() ? now : seconds;
    }
}
