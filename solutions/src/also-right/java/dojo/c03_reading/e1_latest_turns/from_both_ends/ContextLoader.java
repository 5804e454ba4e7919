// Idea: Turns sort last, so the end of the collection is turns; META sorts first, so one item from the start is META.
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
        read(sessionId, false, maxTurns).stream()
                .filter(item -> item.get("SK").s().startsWith("TURN#"))
                .forEach(item -> turns.add(Turn.from(item)));
        Collections.reverse(turns);
        Optional<String> customer = read(sessionId, true, 1).stream()
                .map(item -> item.get("customer").s())
                .findFirst();
        return new Context(customer, summary(sessionId), turns);
    }

    private List<Map<String, AttributeValue>> read(String sessionId, boolean forward, int limit) {
        return ddb.query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("SESSION#" + sessionId)))
                        .scanIndexForward(forward)
                        .limit(limit))
                .items();
    }

    private Optional<Summary> summary(String sessionId) {
        return ddb
                .query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk AND SK BETWEEN :first AND :last")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                                ":first", AttributeValue.fromS("SUMMARY#000001"),
                                ":last", AttributeValue.fromS("SUMMARY#999999")))
                        .scanIndexForward(false)
                        .limit(1))
                .items()
                .stream()
                .map(Summary::from)
                .findFirst();
    }
}
