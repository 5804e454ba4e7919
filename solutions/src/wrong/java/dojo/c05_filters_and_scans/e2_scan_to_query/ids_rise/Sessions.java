// Misconception: Numbers rise with time, so an id with a number sorts like time.
// Held by: the original MangaAssist write-up, load_context: the first SUMMARY# from the end is the latest, at any width
// Rejected by: the_sessions_about_an_order_come_newest_first
package dojo.c05_filters_and_scans.e2_scan_to_query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

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
        item.put("GSI1SK", AttributeValue.fromS(session.id()));
        ddb.putItem(put -> put.tableName(table).item(item));
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
            return true;
        } catch (ConditionalCheckFailedException unknown) {
            return false;
        }
    }

    /** The sessions about an order, the one opened last first. */
    public List<Session> about(String orderId) {
        return ddb
                .queryPaginator(query -> query.tableName(table)
                        .indexName("GSI1")
                        .keyConditionExpression("GSI1PK = :key")
                        .expressionAttributeValues(Map.of(":key", AttributeValue.fromS("ORDER#" + orderId)))
                        .scanIndexForward(false))
                .items()
                .stream()
                .map(Session::of)
                .toList();
    }
}
