// Misconception: A put under a fixed key needs no condition, because writing it again changes nothing.
// Held by: the original MangaAssist write-up, Q6 ("the DynamoDB equivalent of database upsert idempotency")
// Rejected by: two_tabs_at_one_position_lose_nothing
package dojo.c04_conditional_writes.e2_append_once;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
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
        Map<String, AttributeValue> item = new HashMap<>(turn.attributes());
        item.put("PK", AttributeValue.fromS("SESSION#" + sessionId));
        item.put("SK", AttributeValue.fromS("TURN#%012d".formatted(position)));
        item.put("created_at", AttributeValue.fromN(Long.toString(clock.millis())));
        boolean replaced = ddb.putItem(put -> put.tableName(table).item(item).returnValues(ReturnValue.ALL_OLD))
                .hasAttributes();
        return replaced ? new Append.AlreadyThere() : new Append.Appended();
    }
}
