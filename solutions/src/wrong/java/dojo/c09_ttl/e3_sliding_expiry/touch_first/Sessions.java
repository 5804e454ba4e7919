// Misconception: A use is a use: first keep the session alive, then read it.
// Held by: the Developer Guide on expired items, half read: a new ttl saves an item that has expired and is still there
// Rejected by: a_session_left_alone_is_over_and_stays_over
package dojo.c09_ttl.e3_sliding_expiry;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

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
        Map<String, AttributeValue> meta = ddb.updateItem(update -> update.tableName(table)
                        .key(Items.metaKey(sessionId))
                        .updateExpression("SET #ttl = :end")
                        .expressionAttributeNames(Map.of("#ttl", "ttl"))
                        .expressionAttributeValues(Map.of(
                                ":end",
                                AttributeValue.fromN(
                                        Long.toString(now + KEEP.plus(SLACK).toSeconds()))))
                        .returnValues(ReturnValue.ALL_NEW))
                .attributes();
        if (!meta.containsKey("opened_at") || Items.openedAt(meta) + LONGEST.toSeconds() <= now) {
            return List.of();
        }
        List<Map<String, AttributeValue>> items = ddb
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("SESSION#" + sessionId))))
                .items()
                .stream()
                .toList();
        return items.stream().skip(1).map(Items::content).toList();
    }
}
