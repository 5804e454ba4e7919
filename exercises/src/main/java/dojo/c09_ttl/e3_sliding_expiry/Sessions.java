package dojo.c09_ttl.e3_sliding_expiry;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Sessions that are over when nobody has used them for a day. */
public final class Sessions {
    private static final Duration LIFE = Duration.ofHours(25);

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
        long end = clock.instant().plus(LIFE).getEpochSecond();
        ddb.putItem(put -> put.tableName(table).item(Items.turn(sessionId, position, content, end)));
    }

    /** What was said in a session that is alive, oldest first, and keeps it alive; nothing of one that is over. */
    public List<String> read(String sessionId) {
        long now = clock.instant().getEpochSecond();
        List<Map<String, AttributeValue>> items = ddb
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk")
                        .filterExpression("#ttl > :now")
                        .expressionAttributeNames(Map.of("#ttl", "ttl"))
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                                ":now", AttributeValue.fromN(Long.toString(now)))))
                .items()
                .stream()
                .toList();
        if (items.isEmpty() || !Items.isMeta(items.get(0))) {
            return List.of();
        }
        ddb.updateItem(update -> update.tableName(table)
                .key(Items.metaKey(sessionId))
                .updateExpression("SET #ttl = :end")
                .expressionAttributeNames(Map.of("#ttl", "ttl"))
                .expressionAttributeValues(
                        Map.of(":end", AttributeValue.fromN(Long.toString(now + LIFE.toSeconds())))));
        return items.stream().skip(1).map(Items::content).toList();
    }
}
