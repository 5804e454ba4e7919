// Misconception: BETWEEN leaves out its two ends, as "after" does.
// Held by: people who take BETWEEN for an open range; it includes both ends, as in SQL
// Rejected by: five_missed_turns_come_back
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
                        .keyConditionExpression("PK = :pk AND SK BETWEEN :seen AND :end")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                                ":seen", AttributeValue.fromS("TURN#%06d".formatted(lastSeen)),
                                ":end", AttributeValue.fromS("TURN#999999"))))
                .items()
                .stream()
                .map(Turn::from)
                .toList();
    }
}
