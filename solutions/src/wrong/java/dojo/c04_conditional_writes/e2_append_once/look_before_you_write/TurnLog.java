// Misconception: A strongly consistent read before the write makes the write safe.
// Held by: the original MangaAssist write-up, Q3 (a strong read for "any uniqueness check before a write")
// Rejected by: a_turn_delivered_twice_at_once_is_stored_once
package dojo.c04_conditional_writes.e2_append_once;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
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
        if (Conversation.read(ddb, table, sessionId).stream().anyMatch(stored -> sameId(stored, turn))) {
            return new Append.AlreadyThere();
        }
        Map<String, AttributeValue> item = new HashMap<>(turn.attributes());
        item.put("PK", AttributeValue.fromS("SESSION#" + sessionId));
        item.put("SK", AttributeValue.fromS("TURN#%012d#%d".formatted(position, clock.millis())));
        ddb.putItem(put -> put.tableName(table).item(item));
        return new Append.Appended();
    }

    private static boolean sameId(Turn stored, Turn turn) {
        return stored.responseId().equals(turn.responseId());
    }
}
