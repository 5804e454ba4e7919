// Misconception: Ten turns to an item keep the item small, and so the write.
// Held by: the bucket pattern of document databases, where an update in place does not rewrite the document
// Rejected by: forty_turns_cost_forty_write_units
package dojo.c02_items.e1_one_item_or_many;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What was said in a chat. */
public final class Transcript {
    private static final String ID = "id";
    private static final String ROLE = "role";
    private static final String TEXT = "text";

    private final DynamoDbClient ddb;
    private final String table;

    public Transcript(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    /** Stores a turn; position 1 is the first of its chat. A retry brings the same turn and position again. */
    public void append(String sessionId, int position, Turn turn) {
        ddb.updateItem(update -> update.tableName(table)
                .key(Map.of(
                        "PK", AttributeValue.fromS("SESSION#" + sessionId),
                        "SK", AttributeValue.fromS("TURNS#%06d".formatted((position - 1) / 10))))
                .updateExpression("SET turns = list_append(if_not_exists(turns, :none), :turn)")
                .expressionAttributeValues(Map.of(
                        ":none", AttributeValue.fromL(List.of()),
                        ":turn",
                                AttributeValue.fromL(List.of(AttributeValue.fromM(turn.attributes(ID, ROLE, TEXT)))))));
    }

    /** The latest turns, oldest first. */
    public List<Turn> latest(String sessionId, int count) {
        List<Turn> turns = new ArrayList<>();
        ddb.query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk AND begins_with(SK, :turns)")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                                ":turns", AttributeValue.fromS("TURNS#")))
                        .scanIndexForward(false)
                        .limit(1 + (count + 8) / 10))
                .items()
                .forEach(item -> turns.addAll(
                        0,
                        item.get("turns").l().stream()
                                .map(turn -> Turn.of(turn.m(), ID, ROLE, TEXT))
                                .toList()));
        return turns.subList(Math.max(0, turns.size() - count), turns.size());
    }
}
