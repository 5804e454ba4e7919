// Misconception: What was missed is the tail, and five turns are enough of a tail.
// Held by: fixes made for the numbers of the incident
// Rejected by: turn_ten_comes_after_turn_nine
package dojo.c05_filters_and_scans.e1_filter_is_not_free;

import java.util.ArrayList;
import java.util.Collections;
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
        List<Turn> turns = new ArrayList<>();
        ddb.query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk AND begins_with(SK, :turn)")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                                ":turn", AttributeValue.fromS("TURN#")))
                        .scanIndexForward(false)
                        .limit(5))
                .items()
                .forEach(item -> turns.add(Turn.from(item)));
        Collections.reverse(turns);
        return turns;
    }
}
