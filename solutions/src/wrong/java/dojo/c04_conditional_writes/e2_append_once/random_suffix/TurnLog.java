// Misconception: A retry is safe as soon as no two items can share a key.
// Held by: .NET CosmosChatHistoryProvider (agent-framework@5eb3eb7), a random id for each stored message
// Rejected by: a_retry_stores_nothing_new
package dojo.c04_conditional_writes.e2_append_once;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

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
        item.put("SK", AttributeValue.fromS("TURN#%016d#%s".formatted(clock.millis(), UUID.randomUUID())));
        item.put("turn_index", AttributeValue.fromN(Integer.toString(position)));
        ddb.putItem(put -> put.tableName(table).item(item));
        return new Append.Appended();
    }
}
