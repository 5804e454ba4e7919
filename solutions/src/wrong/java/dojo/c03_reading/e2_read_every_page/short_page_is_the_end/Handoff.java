// Misconception: A page with fewer items than the Limit is the last one.
// Held by: people who page with OFFSET and LIMIT in SQL
// Rejected by: a_page_without_a_customer_turn_is_not_the_end
package dojo.c03_reading.e2_read_every_page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        List<Turn> turns = new ArrayList<>();
        QueryResponse page = ddb.query(request);
        page.items().forEach(item -> turns.add(Turn.from(item)));
        while (page.hasLastEvaluatedKey() && isFull(page, request)) {
            page = ddb.query(request.toBuilder()
                    .exclusiveStartKey(page.lastEvaluatedKey())
                    .build());
            page.items().forEach(item -> turns.add(Turn.from(item)));
        }
        return turns;
    }

    private static boolean isFull(QueryResponse page, QueryRequest request) {
        return request.limit() == null || page.count() == request.limit();
    }
}
