// Idea: Name both ends of the range, so that a new kind of item behind TURN# can never slip in.
package dojo.c05_filters_and_scans.e1_filter_is_not_free;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What was said while somebody was away. */
public final class CatchUp {
    private final DynamoDbClient ddb;
    private final String table;

    public CatchUp(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    /** The turns of a session after number {@code lastSeen}, oldest first. */
    public List<Turn> since(String sessionId, int lastSeen) {
        return ddb
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk AND SK BETWEEN :first AND :last")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                                ":first", AttributeValue.fromS("TURN#%06d".formatted(lastSeen + 1)),
                                ":last", AttributeValue.fromS("TURN#999999"))))
                .items()
                .stream()
                .map(Turn::from)
                .toList();
    }
}
