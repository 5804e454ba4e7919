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

    /** The newest turns of a session, at most {@code maxTurns}, oldest first, with its customer and latest summary. */
    public Context load(String sessionId, int maxTurns) {
        List<Turn> turns = new ArrayList<>();
        newest(sessionId, "TURN#", maxTurns).forEach(item -> turns.add(Turn.from(item)));
        Collections.reverse(turns);
        Optional<Summary> summary =
                newest(sessionId, "SUMMARY#", 1).stream().map(Summary::from).findFirst();
        return new Context(customer(sessionId), summary, turns);
    }

    // tag::newest-of-one-kind[]
    private List<Map<String, AttributeValue>> newest(String sessionId, String kind, int limit) {
        return ddb.query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk AND begins_with(SK, :kind)")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                                ":kind", AttributeValue.fromS(kind)))
                        .scanIndexForward(false)
                        .limit(limit))
                .items();
    }
    // end::newest-of-one-kind[]

    private Optional<String> customer(String sessionId) {
        Map<String, AttributeValue> key = Map.of(
                "PK", AttributeValue.fromS("SESSION#" + sessionId),
                "SK", AttributeValue.fromS("META"));
        Map<String, AttributeValue> meta =
                ddb.getItem(get -> get.tableName(table).key(key)).item();
        return Optional.ofNullable(meta.get("customer")).map(AttributeValue::s);
    }
}
