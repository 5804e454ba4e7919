// Idea: Numbers that go down put the newest turn first, so the query reads forwards.
package dojo.c02_items.e1_one_item_or_many;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What was said in a chat. */
public final class Transcript {
    private static final String ID = "i";
    private static final String ROLE = "r";
    private static final String TEXT = "t";

    private final DynamoDbClient ddb;
    private final String table;

    public Transcript(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    /** Stores a turn; position 1 is the first of its chat. A retry brings the same turn and position again. */
    public void append(String sessionId, int position, Turn turn) {
        Map<String, AttributeValue> item = new HashMap<>(turn.attributes(ID, ROLE, TEXT));
        item.put("PK", AttributeValue.fromS("SESSION#" + sessionId));
        item.put("SK", AttributeValue.fromS("TURN#%06d".formatted(999_999 - position)));
        ddb.putItem(put -> put.tableName(table).item(item));
    }

    /** The latest turns, oldest first. */
    public List<Turn> latest(String sessionId, int count) {
        List<Turn> turns = new ArrayList<>();
        ddb.query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk AND begins_with(SK, :turns)")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                                ":turns", AttributeValue.fromS("TURN#")))
                        .limit(count))
                .items()
                .forEach(item -> turns.add(Turn.of(item, ID, ROLE, TEXT)));
        Collections.reverse(turns);
        return turns;
    }
}
