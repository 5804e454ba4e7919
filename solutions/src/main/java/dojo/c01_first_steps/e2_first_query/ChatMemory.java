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

    /** Every item of one session: META first, then the turns in order. */
    // tag::query-by-partition-key[]
    public List<Map<String, AttributeValue>> recall(String sessionId) {
        return ddb.query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("SESSION#" + sessionId))))
                .items();
    }
    // end::query-by-partition-key[]
}
