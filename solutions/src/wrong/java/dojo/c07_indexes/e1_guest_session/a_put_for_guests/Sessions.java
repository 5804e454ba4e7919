// Misconception: A guest has nothing to lose, so a guest's put needs no condition.
// Held by: whoever copies the put into a second branch and forgets the guard there
// Rejected by: a_retry_resets_nothing_for_a_guest
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
        if (customerId == null || customerId.isEmpty()) {
            ddb.putItem(put -> put.tableName(table).item(item));
            return true;
        }
        item.put("customer_id", Attributes.text(customerId));
        item.put("GSI1PK", Attributes.text(customerId));
        item.put("GSI1SK", Attributes.number(clock.millis()));
        try {
            ddb.putItem(put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(PK)"));
            return true;
        } catch (ConditionalCheckFailedException there) {
            return false;
        }
    }
}
