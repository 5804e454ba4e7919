// Misconception: An index over a few thousand sessions fits into the memory of the program.
// Held by: lists that are filled when something is written, and are empty on every other server
// Rejected by: another_server_finds_the_same_sessions
package dojo.c05_filters_and_scans.e2_scan_to_query;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The chats of the support desk, found by the order they are about. */
public final class Sessions {
    private static final Map<String, Session> OPENED = new ConcurrentHashMap<>();
    private static final Map<String, String> ABOUT = new ConcurrentHashMap<>();

    private final DynamoDbClient ddb;
    private final String table;

    public Sessions(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    /** Stores a new session; which order it is about, if any, turns out later. */
    public void open(Session session) {
        Map<String, AttributeValue> item = new HashMap<>(session.attributes());
        item.put("PK", AttributeValue.fromS("SESSION#" + session.id()));
        item.put("SK", AttributeValue.fromS("META"));
        item.put(
                "GSI1SK",
                AttributeValue.fromS("%015d".formatted(session.openedAt().toEpochMilli())));
        ddb.putItem(put -> put.tableName(table).item(item));
        OPENED.put(table + " " + session.id(), session);
    }

    /** Says which order the session is about from now on; false if there is no such session. */
    public boolean concerns(String sessionId, String orderId) {
        try {
            ddb.updateItem(update -> update.tableName(table)
                    .key(Map.of(
                            "PK", AttributeValue.fromS("SESSION#" + sessionId),
                            "SK", AttributeValue.fromS("META")))
                    .conditionExpression("attribute_exists(PK)")
                    .updateExpression("SET order_id = :order, GSI1PK = :key")
                    .expressionAttributeValues(Map.of(
                            ":order", AttributeValue.fromS(orderId),
                            ":key", AttributeValue.fromS("ORDER#" + orderId))));
            ABOUT.put(table + " " + sessionId, orderId);
            return true;
        } catch (ConditionalCheckFailedException unknown) {
            return false;
        }
    }

    /** The sessions about an order, the one opened last first. */
    public List<Session> about(String orderId) {
        return ABOUT.entrySet().stream()
                .filter(known -> known.getKey().startsWith(table + " "))
                .filter(known -> known.getValue().equals(orderId))
                .map(known -> OPENED.get(known.getKey()))
                .sorted(Comparator.comparing(Session::openedAt).reversed())
                .toList();
    }
}
