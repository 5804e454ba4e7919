// Misconception: A filter is a WHERE clause: the database finds the matching items without reading the others.
// Held by: most people who come from SQL; the original MangaAssist write-up warns of it (Q10, Q11)
// Rejected by: one_request_and_half_a_read_unit_are_enough
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
        return ddb.scan(scan -> scan.tableName(table)
                        .filterExpression("PK = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("SESSION#" + sessionId))))
                .items();
    }
}
