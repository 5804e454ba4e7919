// Idea: The paginator of the SDK follows the key, empty pages included.
package dojo.c03_reading.e2_read_every_page;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** What a human agent reads before taking over a session. */
public final class Handoff {
    private final DynamoDbClient ddb;
    private final String table;

    public Handoff(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    /** Every turn of the session, oldest first. */
    public List<Turn> transcript(String sessionId) {
        return read(QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("PK = :pk AND begins_with(SK, :turn)")
                .expressionAttributeValues(Map.of(
                        ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                        ":turn", AttributeValue.fromS("TURN#")))
                .build());
    }

    /** Every turn of one speaker, oldest first; a request looks at {@code pageSize} turns, whoever spoke. */
    public List<Turn> saidBy(String speaker, String sessionId, int pageSize) {
        return read(QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("PK = :pk AND begins_with(SK, :turn)")
                .filterExpression("speaker = :speaker")
                .expressionAttributeValues(Map.of(
                        ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                        ":turn", AttributeValue.fromS("TURN#"),
                        ":speaker", AttributeValue.fromS(speaker)))
                .limit(pageSize)
                .build());
    }

    private List<Turn> read(QueryRequest request) {
        return ddb.queryPaginator(request).items().stream().map(Turn::from).toList();
    }
}
