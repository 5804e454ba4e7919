// Misconception: An item needs every key of the index when it is stored; what is too much can go afterwards.
// Held by: whoever gave each guest a key of its own to be safe, and cleans the index up in a second request
// Rejected by: a_guest_gets_a_session
package dojo.c07_indexes.e1_guest_session;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Opens chat sessions, for customers who signed in and for guests who did not. */
public final class Sessions {
    private final DynamoDbClient ddb;
    private final String table;
    private final InstantSource clock;

    public Sessions(DynamoDbClient ddb, String table, InstantSource clock) {
        this.ddb = ddb;
        this.table = table;
        this.clock = clock;
    }

    /**
     * Stores the META item of a new session; false if the session is there already.
     * The customer is null, or an empty string, for a guest.
     */
    public boolean create(String sessionId, @Nullable String customerId) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("PK", Attributes.text("SESSION#" + sessionId));
        item.put("SK", Attributes.text("META"));
        item.put("session_id", Attributes.text(sessionId));
        item.put("turn_count", Attributes.number(0));
        boolean guest = customerId == null || customerId.isEmpty();
        String owner = guest ? "guest-" + sessionId : customerId;
        item.put("GSI1PK", Attributes.text(owner));
        item.put("GSI1SK", Attributes.number(clock.millis()));
        try {
            ddb.putItem(put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(PK)"));
        } catch (ConditionalCheckFailedException there) {
            return false;
        }
        if (guest) {
            ddb.updateItem(update -> update.tableName(table)
                    .key(Map.of("PK", Attributes.text("SESSION#" + sessionId), "SK", Attributes.text("META")))
                    .updateExpression("REMOVE GSI1PK, GSI1SK"));
        }
        return true;
    }
}
