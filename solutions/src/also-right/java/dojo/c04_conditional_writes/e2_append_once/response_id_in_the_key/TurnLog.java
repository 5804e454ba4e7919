// Idea: The response id stands in the key behind the position: a retry meets itself, and rivals stand side by side.
package dojo.c04_conditional_writes.e2_append_once;

import java.time.InstantSource;
import java.util.HashMap;
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
        Map<String, AttributeValue> item = new HashMap<>(turn.attributes());
        item.put("PK", AttributeValue.fromS("SESSION#" + sessionId));
        item.put("SK", AttributeValue.fromS("TURN#%012d#%s".formatted(position, turn.responseId())));
        item.put("created_at", AttributeValue.fromN(Long.toString(clock.millis())));
        try {
            ddb.putItem(put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(PK)"));
            return new Append.Appended();
        } catch (ConditionalCheckFailedException stored) {
            return new Append.AlreadyThere();
        }
    }
}
