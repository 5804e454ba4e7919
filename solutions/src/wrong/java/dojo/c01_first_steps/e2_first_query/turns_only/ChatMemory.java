// Misconception: A chat is its turns, so a query for a session has to name the turns.
// Held by: people who meet sort keys first as a way to choose one kind of item
// Rejected by: seven_items_come_back
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
                        .keyConditionExpression("PK = :pk AND begins_with(SK, :turn)")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                                ":turn", AttributeValue.fromS("TURN#"))))
                .items();
    }
}
