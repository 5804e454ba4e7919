package dojo.c03_reading.e5_handoff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Prepares a session for a human agent. */
public final class Handoff {
    private final DynamoDbClient ddb;
    private final String table;

    public Handoff(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    /** Stores a summary; a retry brings the same one again, perhaps after the next one was stored. */
    public void store(String sessionId, Summary summary) {
        Map<String, AttributeValue> item = new HashMap<>(summary.attributes());
        item.put("PK", AttributeValue.fromS("SESSION#" + sessionId));
        item.put("SK", AttributeValue.fromS("SUMMARY#" + summary.window()));
        ddb.putItem(put -> put.tableName(table).item(item));
    }

    /** The newest summary, and then every turn that it does not cover, oldest first. */
    public Dossier dossier(String sessionId) {
        Optional<Summary> summary =
                newest(sessionId, "SUMMARY#", 1).stream().findFirst().map(Summary::from);
        List<Turn> turns = new ArrayList<>(
                newest(sessionId, "TURN#", 20).stream().map(Turn::from).toList());
        Collections.reverse(turns);
        return new Dossier(summary, turns);
    }

    private List<Map<String, AttributeValue>> newest(String sessionId, String kind, int count) {
        return ddb.query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk AND begins_with(SK, :kind)")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                                ":kind", AttributeValue.fromS(kind)))
                        .scanIndexForward(false)
                        .limit(count))
                .items();
    }
}
