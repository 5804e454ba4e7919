// Misconception: The first summary a Query finds is the one to use.
// Held by: the original MangaAssist write-up, load_context: "latest_summary is None", which holds for one direction
// only
// Rejected by: the_latest_summary_is_still_known_at_fifteen_turns
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
        read(sessionId, "TURN#", false, maxTurns).forEach(item -> turns.add(Turn.from(item)));
        Collections.reverse(turns);
        Optional<Summary> summary =
                read(sessionId, "SUMMARY#", true, 1).stream().map(Summary::from).findFirst();
        Optional<String> customer = read(sessionId, "META", true, 1).stream()
                .map(item -> item.get("customer").s())
                .findFirst();
        return new Context(customer, summary, turns);
    }

    private List<Map<String, AttributeValue>> read(String sessionId, String kind, boolean forward, int limit) {
        return ddb.query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk AND begins_with(SK, :kind)")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                                ":kind", AttributeValue.fromS(kind)))
                        .scanIndexForward(forward)
                        .limit(limit))
                .items();
    }
}
