// Misconception: A FilterExpression on the kind of item makes three cheap queries.
// Held by: people who write WHERE for whatever they know about the row
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
        List<Turn> turns = new ArrayList<>();
        newestWith(sessionId, "attribute_exists(speaker)").stream()
                .limit(maxTurns)
                .forEach(item -> turns.add(Turn.from(item)));
        Collections.reverse(turns);
        Optional<Summary> summary =
                newestWith(sessionId, "attribute_not_exists(speaker) AND attribute_exists(#text)").stream()
                        .map(Summary::from)
                        .findFirst();
        Optional<String> customer = newestWith(sessionId, "attribute_exists(customer)").stream()
                .map(item -> item.get("customer").s())
                .findFirst();
        return new Context(customer, summary, turns);
    }

    private List<Map<String, AttributeValue>> newestWith(String sessionId, String filter) {
        return ddb.query(query -> {
                    query.tableName(table)
                            .keyConditionExpression("PK = :pk")
                            .filterExpression(filter)
                            .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("SESSION#" + sessionId)))
                            .scanIndexForward(false);
                    if (filter.contains("#text")) {
                        query.expressionAttributeNames(Map.of("#text", "text"));
                    }
                })
                .items();
    }
}
