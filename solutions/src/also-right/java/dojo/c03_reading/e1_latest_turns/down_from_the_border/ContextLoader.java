// Idea: Everything below TURN# read backwards begins with the latest summary, or with META if there is none.
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
        newest(sessionId, "PK = :pk AND SK > :border", maxTurns).forEach(item -> turns.add(Turn.from(item)));
        Collections.reverse(turns);

        for (Map<String, AttributeValue> item : newest(sessionId, "PK = :pk AND SK < :border", 1)) {
            if (item.get("SK").s().equals("META")) {
                return new Context(Optional.of(item.get("customer").s()), Optional.empty(), turns);
            }
            return new Context(customer(sessionId), Optional.of(Summary.from(item)), turns);
        }
        return new Context(Optional.empty(), Optional.empty(), turns);
    }

    private List<Map<String, AttributeValue>> newest(String sessionId, String range, int limit) {
        return ddb.query(query -> query.tableName(table)
                        .keyConditionExpression(range)
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                                ":border", AttributeValue.fromS("TURN#")))
                        .scanIndexForward(false)
                        .limit(limit))
                .items();
    }

    private Optional<String> customer(String sessionId) {
        Map<String, AttributeValue> key = Map.of(
                "PK", AttributeValue.fromS("SESSION#" + sessionId),
                "SK", AttributeValue.fromS("META"));
        return Optional.ofNullable(
                        ddb.getItem(get -> get.tableName(table).key(key)).item().get("customer"))
                .map(AttributeValue::s);
    }
}
