// Misconception: Whoever was active last was opened last, more or less: sort the newest few.
// Held by: the original MangaAssist write-up, get_recent_sessions (Limit, then "most recent first")
// Rejected by: a_busy_old_session_leads_a_long_list
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
                        "session_id", AttributeValue.fromS(sessionId),
                        "GSI1PK", AttributeValue.fromS(customerId),
                        "GSI1SK", AttributeValue.fromN(Long.toString(clock.millis())))));
    }

    /** Stores a turn and notes that the session was active now; a retry brings the same turn again. */
    public void said(Said said) {
        ddb.putItem(put -> put.tableName(table).item(said.item()));
        ddb.updateItem(update -> update.tableName(table)
                .key(Map.of(
                        "PK", AttributeValue.fromS("SESSION#" + said.sessionId()),
                        "SK", AttributeValue.fromS("META")))
                .updateExpression("SET updated_at = :now")
                .expressionAttributeValues(Map.of(":now", AttributeValue.fromN(Long.toString(clock.millis())))));
    }

    /** The ids of the customer's sessions that were active last, the latest first, at most so many. */
    public List<String> recent(String customerId, int count) {
        return ddb
                .query(query -> query.tableName(table)
                        .indexName("GSI1-customer-sessions")
                        .keyConditionExpression("GSI1PK = :customer")
                        .expressionAttributeValues(Map.of(":customer", AttributeValue.fromS(customerId)))
                        .scanIndexForward(false)
                        .limit(count))
                .items()
                .stream()
                .sorted(Comparator.comparingLong(CustomerSessions::activeAt).reversed())
                .limit(count)
                .map(item -> item.getOrDefault("session_id", NONE).s())
                .toList();
    }

    private static long activeAt(Map<String, AttributeValue> meta) {
        return Long.parseLong(meta.getOrDefault("updated_at", meta.getOrDefault("GSI1SK", NONE))
                .n());
    }
}
