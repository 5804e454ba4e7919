// Misconception: Writing the new place is enough; nobody asks for the old one.
// Held by: whoever stores a second copy to read by, and updates it like a new one
// Rejected by: a_session_is_found_under_the_order_it_turned_to
package dojo.c05_filters_and_scans.e2_scan_to_query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The chats of the support desk, found by the order they are about. */
public final class Sessions {
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
        ddb.putItem(put -> put.tableName(table).item(item));
    }

    /** Says which order the session is about from now on; false if there is no such session. */
    public boolean concerns(String sessionId, String orderId) {
        Map<String, AttributeValue> key = Map.of(
                "PK", AttributeValue.fromS("SESSION#" + sessionId),
                "SK", AttributeValue.fromS("META"));
        Map<String, AttributeValue> meta = ddb.getItem(
                        get -> get.tableName(table).key(key).consistentRead(true))
                .item();
        if (meta.isEmpty()) {
            return false;
        }
        Session session = Session.of(meta);
        AttributeValue now = AttributeValue.fromS(orderId);
        AttributeValue before = meta.getOrDefault("order_id", now);
        Map<String, AttributeValue> pointer = new HashMap<>(session.attributes());
        pointer.putAll(pointerKey(orderId, session));
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(write(item -> item.put(put -> put.tableName(table).item(pointer))));
        writes.add(write(item -> item.update(update -> update.tableName(table)
                .key(key)
                .conditionExpression("attribute_not_exists(order_id) OR order_id = :before")
                .updateExpression("SET order_id = :now")
                .expressionAttributeValues(Map.of(":before", before, ":now", now)))));
        ddb.transactWriteItems(transaction -> transaction.transactItems(writes));
        return true;
    }

    private static Map<String, AttributeValue> pointerKey(String orderId, Session session) {
        return Map.of(
                "PK", AttributeValue.fromS("ORDER#" + orderId),
                "SK",
                        AttributeValue.fromS(
                                "%015d#%s".formatted(session.openedAt().toEpochMilli(), session.id())));
    }

    private static TransactWriteItem write(Consumer<TransactWriteItem.Builder> what) {
        return TransactWriteItem.builder().applyMutation(what).build();
    }

    /** The sessions about an order, the one opened last first. */
    public List<Session> about(String orderId) {
        return ddb
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("PK = :key")
                        .expressionAttributeValues(Map.of(":key", AttributeValue.fromS("ORDER#" + orderId)))
                        .scanIndexForward(false))
                .items()
                .stream()
                .map(Session::of)
                .toList();
    }
}
