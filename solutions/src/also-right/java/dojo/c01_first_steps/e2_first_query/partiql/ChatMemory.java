// Idea: A SELECT with an equality on the partition key is the same Query in other words.
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
        return ddb.executeStatement(select -> select.statement("SELECT * FROM \"" + table + "\" WHERE PK = ?")
                        .parameters(AttributeValue.fromS("SESSION#" + sessionId)))
                .items();
    }
}
