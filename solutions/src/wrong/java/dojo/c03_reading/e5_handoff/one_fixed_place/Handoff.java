// Misconception: There is one current summary, so whoever stores one replaces it.
// Held by: whoever keeps only the latest, and forgets that a retry may be late
// Rejected by: a_late_retry_is_not_the_newest_summary
package dojo.c03_reading.e5_handoff;

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
        item.put("SK", AttributeValue.fromS("SUMMARY#"));
        ddb.putItem(put -> put.tableName(table).item(item));
    }

    /** The newest summary, and then every turn that it does not cover, oldest first. */
    public Dossier dossier(String sessionId) {
        Optional<Summary> summary = newestSummary(sessionId);
        while (true) {
            int covered = summary.map(Summary::coversTo).orElse(0);
            List<Turn> turns = turnsAfter(covered, sessionId);
            if (!turns.isEmpty() && turns.get(0).number() == covered + 1) {
                return new Dossier(summary, turns);
            }
            Optional<Summary> again = newestSummary(sessionId); // did one come in between, and turns go?
            if (again.equals(summary)) {
                return new Dossier(summary, turns);
            }
            summary = again;
        }
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

    private List<Turn> turnsAfter(int number, String sessionId) {
        return ddb
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk AND SK > :covered")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                                ":covered", AttributeValue.fromS("TURN#%06d".formatted(number))))
                        .consistentRead(true))
                .items()
                .stream()
                .map(Turn::from)
                .toList();
    }
}
