// Idea: One summary item at a known key, replaced only by one that covers more: a GetItem finds it.
package dojo.c03_reading.e5_handoff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

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
        item.put("SK", AttributeValue.fromS("SUMMARY"));
        try {
            ddb.putItem(put -> put.tableName(table)
                    .item(item)
                    .conditionExpression("attribute_not_exists(PK) OR covers_to < :new")
                    .expressionAttributeValues(
                            Map.of(":new", summary.attributes().getOrDefault("covers_to", AttributeValue.fromN("0")))));
        } catch (ConditionalCheckFailedException late) {
            // A newer summary is stored, or this very one.
        }
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
        Map<String, AttributeValue> key = Map.of(
                "PK", AttributeValue.fromS("SESSION#" + sessionId),
                "SK", AttributeValue.fromS("SUMMARY"));
        Map<String, AttributeValue> item = ddb.getItem(
                        get -> get.tableName(table).key(key).consistentRead(true))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(Summary.from(item));
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
