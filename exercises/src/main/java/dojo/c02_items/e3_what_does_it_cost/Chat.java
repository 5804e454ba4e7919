package dojo.c02_items.e3_what_does_it_cost;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the assistant asks of Mina's chat: six methods, one request each. Given to read, not to edit. */
public final class Chat {
    private static final AttributeValue CHAT = AttributeValue.fromS("SESSION#s-42");

    private final DynamoDbClient ddb;
    private final String table;

    public Chat(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    /** Stores a new turn. */
    public void store(String sortKey, String text) {
        ddb.putItem(put -> put.tableName(table)
                .item(Map.of("PK", CHAT, "SK", AttributeValue.fromS(sortKey), "text", AttributeValue.fromS(text))));
    }

    /** Gives the chat another title. */
    public void rename(String title) {
        ddb.updateItem(update -> update.tableName(table)
                .key(meta())
                .updateExpression("SET title = :title")
                .expressionAttributeValues(Map.of(":title", AttributeValue.fromS(title))));
    }

    /** Reads META, whole. */
    public Map<String, AttributeValue> open() {
        return ddb.getItem(get -> get.tableName(table).key(meta())).item();
    }

    /** Reads the title in META, and nothing else of it. */
    public String title() {
        return ddb.getItem(get -> get.tableName(table).key(meta()).projectionExpression("title"))
                .item()
                .get("title")
                .s();
    }

    /** Reads all turns. */
    public int turns() {
        return ddb.query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk AND begins_with(SK, :turn)")
                        .expressionAttributeValues(Map.of(":pk", CHAT, ":turn", AttributeValue.fromS("TURN#"))))
                .count();
    }

    /** The turns of one speaker. */
    public int turnsOf(String speaker) {
        return ddb.query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk AND begins_with(SK, :turn)")
                        .filterExpression("speaker = :speaker")
                        .expressionAttributeValues(Map.of(
                                ":pk", CHAT,
                                ":turn", AttributeValue.fromS("TURN#"),
                                ":speaker", AttributeValue.fromS(speaker))))
                .count();
    }

    private static Map<String, AttributeValue> meta() {
        return Map.of("PK", CHAT, "SK", AttributeValue.fromS("META"));
    }
}
