// Misconception: A bucket is what the clock on the wall shows.
// Held by: keys made with a format such as HH:mm, tested before midnight
// Rejected by: tomorrow_comes_after_today
package dojo.c07_indexes.e2_recent_sessions;

import java.time.Instant;
import java.time.InstantSource;
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
                        "GSI1SK", AttributeValue.fromN(Long.toString(quarter(clock.instant()))))));
    }

    /** Stores a turn and notes that the session was active now; a retry brings the same turn again. */
    public void said(Said said) {
        ddb.putItem(put -> put.tableName(table).item(said.item()));
        long quarter = quarter(clock.instant());
        if (quarter != quarter(said.previousAt())) {
            ddb.updateItem(update -> update.tableName(table)
                    .key(Map.of(
                            "PK", AttributeValue.fromS("SESSION#" + said.sessionId()),
                            "SK", AttributeValue.fromS("META")))
                    .updateExpression("SET GSI1SK = :quarter")
                    .expressionAttributeValues(Map.of(":quarter", AttributeValue.fromN(Long.toString(quarter)))));
        }
    }

    /** The ids of the customer's sessions that were active last, the latest first, at most so many. */
    public List<String> recent(String customerId, int count) {
        return ddb
                .query(query -> query.tableName(table)
                        .indexName("GSI1-customer-sessions")
                        .keyConditionExpression("GSI1PK = :customer")
                        .expressionAttributeValues(Map.of(":customer", AttributeValue.fromS(customerId)))
                        .scanIndexForward(false) // most recent first
                        .limit(count))
                .items()
                .stream()
                .map(item -> item.getOrDefault("session_id", NONE).s())
                .toList();
    }

    /** The number of the quarter of an hour, counted from midnight. */
    private static long quarter(Instant instant) {
        return instant.getEpochSecond() % 86_400 / 900;
    }
}
