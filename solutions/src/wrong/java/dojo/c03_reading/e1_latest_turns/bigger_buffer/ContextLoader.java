// Misconception: A generous Limit always leaves room for META and the summary.
// Held by: the original MangaAssist write-up, load_context ("buffer for META and SUMMARY items"), with a larger number
// Rejected by: a_long_session_costs_two_and_a_half_read_units
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
        List<Map<String, AttributeValue>> newestFirst = ddb.query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("SESSION#" + sessionId)))
                        .scanIndexForward(false)
                        .limit(maxTurns + 50))
                .items();

        Optional<String> customer = Optional.empty();
        Optional<Summary> summary = Optional.empty();
        List<Turn> turns = new ArrayList<>();
        for (Map<String, AttributeValue> item : newestFirst) {
            String sortKey = item.get("SK").s();
            if (sortKey.equals("META")) {
                customer = Optional.of(item.get("customer").s());
            } else if (sortKey.startsWith("SUMMARY#") && summary.isEmpty()) {
                summary = Optional.of(Summary.from(item));
            } else if (sortKey.startsWith("TURN#") && turns.size() < maxTurns) {
                turns.add(Turn.from(item));
            }
        }
        Collections.reverse(turns);
        return new Context(customer, summary, turns);
    }
}
