// Idea: An update that creates the item of the turn, which is a map in one attribute.
package dojo.c02_items.e1_one_item_or_many;

import java.util.ArrayList;
import java.util.Collections;
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
                        "SK", AttributeValue.fromS("TURN#%06d".formatted(position))))
                .updateExpression("SET turn = :turn")
                .expressionAttributeValues(Map.of(":turn", AttributeValue.fromM(turn.attributes(ID, ROLE, TEXT)))));
    }

    /** The latest turns, oldest first. */
    public List<Turn> latest(String sessionId, int count) {
        List<Turn> turns = new ArrayList<>();
        ddb.query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk AND begins_with(SK, :turns)")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                                ":turns", AttributeValue.fromS("TURN#")))
                        .scanIndexForward(false)
                        .limit(count))
                .items()
                .forEach(item -> turns.add(Turn.of(item.get("turn").m(), ID, ROLE, TEXT)));
        Collections.reverse(turns);
        return turns;
    }
}
