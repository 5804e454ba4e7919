// Misconception: Limit is how many items I want, so I stop when I have them.
// Held by: the original MangaAssist write-up, load_context: Limit = max_turns + 5 as the size of the answer
// Rejected by: two_full_pages_and_an_empty_one_are_complete
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
        int wanted = request.limit() == null ? Integer.MAX_VALUE : request.limit();
        List<Turn> turns = new ArrayList<>();
        QueryResponse page = ddb.query(request);
        page.items().forEach(item -> turns.add(Turn.from(item)));
        while (page.hasLastEvaluatedKey() && turns.size() < wanted) {
            page = ddb.query(request.toBuilder()
                    .exclusiveStartKey(page.lastEvaluatedKey())
                    .build());
            page.items().forEach(item -> turns.add(Turn.from(item)));
        }
        return turns;
    }
}
