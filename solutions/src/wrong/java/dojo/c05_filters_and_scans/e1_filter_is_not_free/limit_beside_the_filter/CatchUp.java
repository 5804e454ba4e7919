// Misconception: A Limit makes the Query stop after the first matches, so it reads only those.
// Held by: people who know LIMIT from SQL; here it counts what is read, before the filter
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
                .query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk AND begins_with(SK, :turn)")
                        .filterExpression("turn_index > :seen")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                                ":turn", AttributeValue.fromS("TURN#"),
                                ":seen", AttributeValue.fromN(Integer.toString(lastSeen))))
                        .limit(8))
                .items()
                .stream()
                .map(Turn::from)
                .toList();
    }
}
