// Misconception: A chat is a list: load it, add to it, store it.
// Held by: LangChain, DynamoDBChatMessageHistory.add_messages (langchain-community@bc87773)
// Rejected by: two_turns_at_once_are_both_kept
package dojo.c02_items.e1_one_item_or_many;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

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
        GetItemResponse got = ddb.getItem(get -> get.tableName(table).key(key(sessionId)));
        List<AttributeValue> turns = new ArrayList<>();
        if (got.hasItem()) {
            turns.addAll(got.item().get("turns").l());
        }
        turns.add(AttributeValue.fromM(turn.attributes(ID, ROLE, TEXT)));
        ddb.updateItem(update -> update.tableName(table)
                .key(key(sessionId))
                .updateExpression("SET turns = :turns")
                .expressionAttributeValues(Map.of(":turns", AttributeValue.fromL(turns))));
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
