// Idea: One item for each customer, with a map from session to its last activity; GetItem reads the whole list.
package dojo.c07_indexes.e2_recent_sessions;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Which sessions a customer can go on with. */
public final class CustomerSessions {
    private final DynamoDbClient ddb;
    private final String table;
    private final InstantSource clock;

    public CustomerSessions(DynamoDbClient ddb, String table, InstantSource clock) {
        this.ddb = ddb;
        this.table = table;
        this.clock = clock;
    }

    /** Opens a session; that counts as activity, too. */
    public void open(String sessionId, String customerId) {
        ddb.putItem(put -> put.tableName(table)
                .item(Map.of(
                        "PK", AttributeValue.fromS("SESSION#" + sessionId),
                        "SK", AttributeValue.fromS("META"),
                        "session_id", AttributeValue.fromS(sessionId))));
        ddb.updateItem(update -> update.tableName(table)
                .key(key(customerId))
                .updateExpression("SET active = if_not_exists(active, :none)")
                .expressionAttributeValues(Map.of(":none", AttributeValue.fromM(Map.of()))));
        active(sessionId, customerId);
    }

    /** Stores a turn and notes that the session was active now; a retry brings the same turn again. */
    public void said(Said said) {
        ddb.putItem(put -> put.tableName(table).item(said.item()));
        active(said.sessionId(), said.customerId());
    }

    /** The ids of the customer's sessions that were active last, the latest first, at most so many. */
    public List<String> recent(String customerId, int count) {
        AttributeValue none = AttributeValue.fromM(Map.of());
        return ddb
                .getItem(get -> get.tableName(table).key(key(customerId)))
                .item()
                .getOrDefault("active", none)
                .m()
                .entrySet()
                .stream()
                .sorted(Comparator.comparingLong(CustomerSessions::activeAt).reversed())
                .limit(count)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void active(String sessionId, String customerId) {
        ddb.updateItem(update -> update.tableName(table)
                .key(key(customerId))
                .updateExpression("SET active.#session = :now")
                .expressionAttributeNames(Map.of("#session", sessionId))
                .expressionAttributeValues(Map.of(":now", AttributeValue.fromN(Long.toString(clock.millis())))));
    }

    private static Map<String, AttributeValue> key(String customerId) {
        return Map.of(
                "PK", AttributeValue.fromS("CUSTOMER#" + customerId),
                "SK", AttributeValue.fromS("SESSIONS"));
    }

    private static long activeAt(Map.Entry<String, AttributeValue> session) {
        return Long.parseLong(session.getValue().n());
    }
}
