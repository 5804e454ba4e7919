package dojo.c07_indexes.e1_guest_session;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Finds a customer's sessions, as the "go on where you stopped" button does. */
public final class RecentSessions {
    private RecentSessions() {}

    /** The ids of the customer's sessions, newest first. */
    public static List<String> of(DynamoDbClient ddb, String table, String customerId) {
        return ddb
                .query(query -> query.tableName(table)
                        .indexName("GSI1-customer-sessions")
                        .keyConditionExpression("GSI1PK = :customer")
                        .expressionAttributeValues(Map.of(":customer", AttributeValue.fromS(customerId)))
                        .scanIndexForward(false))
                .items()
                .stream()
                .map(item -> item.get("session_id").s())
                .toList();
    }
}
