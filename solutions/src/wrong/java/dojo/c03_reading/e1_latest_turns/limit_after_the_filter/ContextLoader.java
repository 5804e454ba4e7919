// Misconception: Limit counts the items that pass the filter, as LIMIT does in SQL.
// Held by: readers of the write-up's advice "Always set a Limit"; Limit counts items read, before the filter
// Rejected by: the_customer_is_still_known_at_fourteen_turns
package dojo.c03_reading.e1_latest_turns;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Loads what the assistant needs before it answers. */
public final class ContextLoader {
    private final DynamoDbClient ddb;
    private final String table;

    public ContextLoader(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    public Context load(String sessionId, int maxTurns) {
        List<Turn> turns = new ArrayList<>();
        newestWith(sessionId, "speaker", maxTurns).forEach(item -> turns.add(Turn.from(item)));
        Collections.reverse(turns);
        Optional<String> customer = newestWith(sessionId, "customer", 1).stream()
                .map(item -> item.get("customer").s())
                .findFirst();
        Optional<Summary> summary = ddb
                .query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk AND begins_with(SK, :summary)")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                                ":summary", AttributeValue.fromS("SUMMARY#")))
                        .scanIndexForward(false)
                        .limit(1))
                .items()
                .stream()
                .map(Summary::from)
                .findFirst();
        return new Context(customer, summary, turns);
    }

    private List<Map<String, AttributeValue>> newestWith(String sessionId, String attribute, int limit) {
        return ddb.query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk")
                        .filterExpression("attribute_exists(#attribute)")
                        .expressionAttributeNames(Map.of("#attribute", attribute))
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("SESSION#" + sessionId)))
                        .scanIndexForward(false)
                        .limit(limit))
                .items();
    }
}
