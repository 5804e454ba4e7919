// Misconception: A projection makes the read smaller, so it makes it cheaper.
// Held by: people who replace SELECT * in SQL; DynamoDB bills the item read, not the attributes returned
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
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk AND begins_with(SK, :turn)")
                        .filterExpression("turn_index > :seen")
                        .projectionExpression("turn_index, #text")
                        .expressionAttributeNames(Map.of("#text", "text"))
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                                ":turn", AttributeValue.fromS("TURN#"),
                                ":seen", AttributeValue.fromN(Integer.toString(lastSeen)))))
                .items()
                .stream()
                .map(Turn::from)
                .toList();
    }
}
