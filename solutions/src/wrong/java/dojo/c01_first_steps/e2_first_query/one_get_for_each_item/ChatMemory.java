// Misconception: DynamoDB is a key-value store, so items are fetched one key at a time.
// Held by: people who come from Redis or a hash map
// Rejected by: one_request_and_half_a_read_unit_are_enough
package dojo.c01_first_steps.e2_first_query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the assistant remembers of a session. */
public final class ChatMemory {
    private final DynamoDbClient ddb;
    private final String table;

    public ChatMemory(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    public List<Map<String, AttributeValue>> recall(String sessionId) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        Map<String, AttributeValue> item = get(sessionId, "META");
        for (int turn = 1; !item.isEmpty(); turn++) {
            items.add(item);
            item = get(sessionId, "TURN#%06d".formatted(turn));
        }
        return items;
    }

    private Map<String, AttributeValue> get(String sessionId, String sortKey) {
        Map<String, AttributeValue> key = Map.of(
                "PK", AttributeValue.fromS("SESSION#" + sessionId),
                "SK", AttributeValue.fromS(sortKey));
        return ddb.getItem(get -> get.tableName(table).key(key)).item();
    }
}
