// Misconception: Going on means going on with the last one, so one pointer is enough.
// Held by: whoever builds the button and not the list
// Rejected by: an_old_session_that_goes_on_comes_first
package dojo.c07_indexes.e2_recent_sessions;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Which sessions a customer can go on with. */
public final class CustomerSessions {
    private static final AttributeValue NONE = AttributeValue.fromS("");

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
        active(sessionId, customerId);
    }

    /** Stores a turn and notes that the session was active now; a retry brings the same turn again. */
    public void said(Said said) {
        ddb.putItem(put -> put.tableName(table).item(said.item()));
        active(said.sessionId(), said.customerId());
    }

    /** The ids of the customer's sessions that were active last, the latest first, at most so many. */
    public List<String> recent(String customerId, int count) {
        return ddb
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("PK = :customer AND begins_with(SK, :session)")
                        .expressionAttributeValues(Map.of(
                                ":customer", AttributeValue.fromS("CUSTOMER#" + customerId),
                                ":session", AttributeValue.fromS("SESSION#"))))
                .items()
                .stream()
                .sorted(Comparator.comparingLong(CustomerSessions::activeAt).reversed())
                .limit(count)
                .map(pointer -> pointer.getOrDefault("session_id", NONE).s())
                .toList();
    }

    /** One small item for each session of the customer, overwritten in place: its key never changes. */
    private void active(String sessionId, String customerId) {
        ddb.putItem(put -> put.tableName(table)
                .item(Map.of(
                        "PK", AttributeValue.fromS("CUSTOMER#" + customerId),
                        "SK", AttributeValue.fromS("SESSION#LATEST"),
                        "session_id", AttributeValue.fromS(sessionId),
                        "active_at", AttributeValue.fromN(Long.toString(clock.millis())))));
    }

    private static long activeAt(Map<String, AttributeValue> pointer) {
        return Long.parseLong(pointer.getOrDefault("active_at", NONE).n());
    }
}
