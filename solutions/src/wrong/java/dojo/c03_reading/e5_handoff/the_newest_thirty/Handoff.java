// Misconception: The newest thirty turns are enough, and a few turns too many do no harm.
// Held by: the original MangaAssist write-up, load_context (Limit=max_turns + 5 as a buffer)
// Rejected by: the_turns_begin_where_the_summary_ends
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
        item.put("SK", AttributeValue.fromS("SUMMARY#%06d".formatted(summary.window())));
        ddb.putItem(put -> put.tableName(table).item(item));
    }

    /** The newest summary, and then every turn that it does not cover, oldest first. */
    public Dossier dossier(String sessionId) {
        Optional<Summary> summary = newestSummary(sessionId);
        List<Turn> turns = new ArrayList<>(newestTurns(sessionId));
        Collections.reverse(turns);
        return new Dossier(summary, turns);
    }

    private Optional<Summary> newestSummary(String sessionId) {
        return ddb
                .query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk AND begins_with(SK, :summary)")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                                ":summary", AttributeValue.fromS("SUMMARY#")))
                        .scanIndexForward(false)
                        .limit(1)
                        .consistentRead(true))
                .items()
                .stream()
                .findFirst()
                .map(Summary::from);
    }

    private List<Turn> newestTurns(String sessionId) {
        return ddb
                .query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk AND begins_with(SK, :turn)")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                                ":turn", AttributeValue.fromS("TURN#")))
                        .scanIndexForward(false)
                        .limit(30)
                        .consistentRead(true))
                .items()
                .stream()
                .map(Turn::from)
                .toList();
    }
}
