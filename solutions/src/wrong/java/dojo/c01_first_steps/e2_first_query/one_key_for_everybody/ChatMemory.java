// Misconception: The key in the ticket is the key to put into the code.
// Held by: hurried fixes that copy the failing example from the incident
// Rejected by: another_session_gets_its_own_five_items
package dojo.c01_first_steps.e2_first_query;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the assistant remembers of a session. */
public final class ChatMemory {
    private final DynamoDbClient ddb;
    private final String table;

    public ChatMemory(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    public List<Map<String, AttributeValue>> recall(String sessionId) {
        return ddb.query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("SESSION#s-42"))))
                .items();
    }
}
