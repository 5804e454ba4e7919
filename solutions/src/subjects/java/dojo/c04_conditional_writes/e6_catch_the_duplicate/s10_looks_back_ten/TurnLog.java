// Wrong, hidden: A retry is stored a second time when ten other turns have come in between.
package dojo.c04_conditional_writes.e6_catch_the_duplicate;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The turns of every session, each stored once however often the caller retries. */
public final class TurnLog {
    private final DynamoDbClient ddb;
    private final String table;
    private final InstantSource clock;

    public TurnLog(DynamoDbClient ddb, String table, InstantSource clock) {
        this.ddb = ddb;
        this.table = table;
        this.clock = clock;
    }

    public Append append(String sessionId, int position, Turn turn) {
        if (latestTen(sessionId).stream().anyMatch(stored -> stored.responseId().equals(turn.responseId()))) {
            return new Append.AlreadyThere();
        }
        Map<String, AttributeValue> item = new HashMap<>(turn.attributes());
        item.put("PK", AttributeValue.fromS("SESSION#" + sessionId));
        item.put("SK", AttributeValue.fromS("TURN#%012d#%s".formatted(position, clock.millis())));
        item.put("created_at", AttributeValue.fromN(Long.toString(clock.millis())));
        try {
            ddb.putItem(put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(PK)"));
            return new Append.Appended();
        } catch (ConditionalCheckFailedException stored) {
            return new Append.AlreadyThere();
        }
    }

    private List<Turn> latestTen(String sessionId) {
        return ddb
                .query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk AND begins_with(SK, :turns)")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                                ":turns", AttributeValue.fromS("TURN#")))
                        .scanIndexForward(false)
                        .consistentRead(true)
                        .limit(10))
                .items()
                .stream()
                .map(Turn::of)
                .toList();
    }
}
