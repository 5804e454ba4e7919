// Wrong, hidden: A retry is stored a second time when another server answers it.
package dojo.c04_conditional_writes.e6_catch_the_duplicate;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The turns of every session, each stored once however often the caller retries. */
public final class TurnLog {
    private final DynamoDbClient ddb;
    private final String table;
    private final InstantSource clock;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    public TurnLog(DynamoDbClient ddb, String table, InstantSource clock) {
        this.ddb = ddb;
        this.table = table;
        this.clock = clock;
    }

    public Append append(String sessionId, int position, Turn turn) {
        if (!seen.add(turn.responseId())) {
            return new Append.AlreadyThere();
        }
        Map<String, AttributeValue> item = new HashMap<>(turn.attributes());
        item.put("PK", AttributeValue.fromS("SESSION#" + sessionId));
        item.put("SK", AttributeValue.fromS("TURN#%012d#%s".formatted(position, UUID.randomUUID())));
        item.put("created_at", AttributeValue.fromN(Long.toString(clock.millis())));
        ddb.putItem(put -> put.tableName(table).item(item));
        return new Append.Appended();
    }
}
