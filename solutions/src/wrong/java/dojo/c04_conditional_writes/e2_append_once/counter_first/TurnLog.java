// Misconception: An atomic counter gives each turn its own number, so nothing can be stored twice.
// Held by: the original MangaAssist write-up, increment_turn_count (a retry counts again)
// Rejected by: a_retry_stores_nothing_new
package dojo.c04_conditional_writes.e2_append_once;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

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
        AttributeValue session = AttributeValue.fromS("SESSION#" + sessionId);
        String number = ddb.updateItem(update -> update.tableName(table)
                        .key(Map.of("PK", session, "SK", AttributeValue.fromS("META")))
                        .updateExpression("ADD turn_count :one SET updated_at = :now")
                        .expressionAttributeValues(Map.of(
                                ":one", AttributeValue.fromN("1"),
                                ":now", AttributeValue.fromN(Long.toString(clock.millis()))))
                        .returnValues(ReturnValue.UPDATED_NEW))
                .attributes()
                .get("turn_count")
                .n();
        Map<String, AttributeValue> item = new HashMap<>(turn.attributes());
        item.put("PK", session);
        item.put("SK", AttributeValue.fromS("TURN#%012d".formatted(Long.parseLong(number))));
        try {
            ddb.putItem(put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(PK)"));
            return new Append.Appended();
        } catch (ConditionalCheckFailedException stored) {
            return new Append.AlreadyThere();
        }
    }
}
