package dojo.c02_items.e1_one_item_or_many;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/** What was said in a chat. */
public final class Transcript {
    private static final String ID = "message_identifier";
    private static final String ROLE = "message_author_role";
    private static final String TEXT = "message_content_as_markdown";

    private final DynamoDbClient ddb;
    private final String table;

    public Transcript(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    /** Stores a turn; position 1 is the first of its chat. A retry brings the same turn and position again. */
    public void append(String sessionId, int position, Turn turn) {
        ddb.updateItem(update -> update.tableName(table)
                .key(key(sessionId))
                .updateExpression("SET turns = list_append(if_not_exists(turns, :none), :turn)")
                .expressionAttributeValues(Map.of(
                        ":none", AttributeValue.fromL(List.of()),
                        ":turn",
                                AttributeValue.fromL(List.of(AttributeValue.fromM(turn.attributes(ID, ROLE, TEXT)))))));
    }

    /** The latest turns, oldest first. */
    public List<Turn> latest(String sessionId, int count) {
        GetItemResponse got = ddb.getItem(get -> get.tableName(table).key(key(sessionId)));
        if (!got.hasItem()) {
            return List.of();
        }
        List<AttributeValue> turns = got.item().get("turns").l();
        return turns.subList(Math.max(0, turns.size() - count), turns.size()).stream()
                .map(turn -> Turn.of(turn.m(), ID, ROLE, TEXT))
                .toList();
    }

    private static Map<String, AttributeValue> key(String sessionId) {
        return Map.of(
                "PK", AttributeValue.fromS("SESSION#" + sessionId),
                "SK", AttributeValue.fromS("TRANSCRIPT"));
    }
}
