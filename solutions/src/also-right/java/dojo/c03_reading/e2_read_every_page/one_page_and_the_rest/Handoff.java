// Idea: A list is this page and, if the page has a key, the list that begins there.
package dojo.c03_reading.e2_read_every_page;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

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
        QueryResponse page = ddb.query(request);
        Stream<Turn> turns = page.items().stream().map(Turn::from);
        if (!page.hasLastEvaluatedKey()) {
            return turns.toList();
        }
        QueryRequest rest =
                request.toBuilder().exclusiveStartKey(page.lastEvaluatedKey()).build();
        return Stream.concat(turns, read(rest).stream()).toList();
    }
}
