// Misconception: A Scan is slow only when it returns much; with a filter it returns five items.
// Held by: people who take the size of the answer for the size of the work
// Rejected by: five_turns_cost_one_and_a_half_read_units
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
                .scanPaginator(scan -> scan.tableName(table)
                        .filterExpression("PK = :pk AND turn_index > :seen")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                                ":seen", AttributeValue.fromN(Integer.toString(lastSeen)))))
                .items()
                .stream()
                .map(Turn::from)
                .toList();
    }
}
