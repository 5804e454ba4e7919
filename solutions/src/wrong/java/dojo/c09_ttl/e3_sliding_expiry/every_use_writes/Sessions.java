// Misconception: To slide, every use has to write.
// Held by: express-session, which calls touch on its store at the end of each request
// Rejected by: a_read_half_an_hour_after_the_last_one_writes_nothing
package dojo.c09_ttl.e3_sliding_expiry;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Sessions that are over when nobody has used them for a day. */
public final class Sessions {
    private static final Duration KEEP = Duration.ofHours(24);
    private static final Duration SLACK = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(30);

    private final DynamoDbClient ddb;
    private final String table;
    private final InstantSource clock;

    public Sessions(DynamoDbClient ddb, String table, InstantSource clock) {
        this.ddb = ddb;
        this.table = table;
        this.clock = clock;
    }

    /** Stores a turn of a session that was just read. */
    public void say(String sessionId, int position, String content) {
        long end = clock.instant().plus(LONGEST).getEpochSecond();
        ddb.putItem(put -> put.tableName(table).item(Items.turn(sessionId, position, content, end)));
    }

    /** What was said in a session that is alive, oldest first, and keeps it alive; nothing of one that is over. */
    public List<String> read(String sessionId) {
        long now = clock.instant().getEpochSecond();
        List<Map<String, AttributeValue>> items = ddb
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("SESSION#" + sessionId))))
                .items()
                .stream()
                .toList();
        if (items.isEmpty() || !Items.isMeta(items.get(0)) || Items.ttl(items.get(0)) <= now) {
            return List.of();
        }
        keepAlive(items.get(0), now);
        return items.stream().skip(1).map(Items::content).toList();
    }

    private void keepAlive(Map<String, AttributeValue> meta, long now) {
        long last = Items.openedAt(meta) + LONGEST.toSeconds();
        long end = Math.min(now + KEEP.plus(SLACK).toSeconds(), last);
        try {
            ddb.updateItem(update -> update.tableName(table)
                    .key(Map.of("PK", meta.get("PK"), "SK", meta.get("SK")))
                    .updateExpression("SET #ttl = :end")
                    .conditionExpression("#ttl > :now")
                    .expressionAttributeNames(Map.of("#ttl", "ttl"))
                    .expressionAttributeValues(Map.of(
                            ":end", AttributeValue.fromN(Long.toString(end)),
                            ":now", AttributeValue.fromN(Long.toString(now)))));
        } catch (ConditionalCheckFailedException over) {
            // It ended since it was read; an update without a condition would bring it back.
        }
    }
}
