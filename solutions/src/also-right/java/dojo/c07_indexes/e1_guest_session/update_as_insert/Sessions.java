// Idea: An update that inserts: it sets only what there is to set, so an absent customer is never mentioned.
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
        boolean guest = customerId == null || customerId.isEmpty();
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":session", Attributes.text(sessionId));
        values.put(":zero", Attributes.number(0));
        if (!guest) {
            values.put(":customer", Attributes.text(customerId));
            values.put(":now", Attributes.number(clock.millis()));
        }
        try {
            ddb.updateItem(update -> update.tableName(table)
                    .key(Map.of("PK", Attributes.text("SESSION#" + sessionId), "SK", Attributes.text("META")))
                    .updateExpression("SET session_id = :session, turn_count = :zero"
                            + (guest ? "" : ", customer_id = :customer, GSI1PK = :customer, GSI1SK = :now"))
                    .expressionAttributeValues(values)
                    .conditionExpression("attribute_not_exists(PK)"));
            return true;
        } catch (ConditionalCheckFailedException there) {
            return false;
        }
    }
}
