package dojo.c02_items.e2_compress_when_it_pays;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The turns of chats: stored, read, and searched. */
public final class Turns {
    private final DynamoDbClient ddb;
    private final String table;

    public Turns(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    /** Stores a turn at its position. A retry brings the same turn and position again. */
    public void append(String sessionId, int position, Turn turn) {
        Map<String, AttributeValue> item = turn.withoutText(sessionId, position);
        item.put("content_compressed", AttributeValue.fromB(Gzip.pack(turn.text())));
        ddb.putItem(put -> put.tableName(table).item(item));
    }

    /** What was said in a chat, in order. */
    public List<String> texts(String sessionId) {
        return ddb
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk AND begins_with(SK, :turns)")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                                ":turns", AttributeValue.fromS("TURN#"))))
                .items()
                .stream()
                .map(Turns::text)
                .toList();
    }

    /** The positions of the turns in which a word was said, compressed or not. */
    public List<Integer> mentioning(String sessionId, String word) {
        return ddb
                .queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("PK = :pk AND begins_with(SK, :turns)")
                        .filterExpression("contains(content, :word)")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                                ":turns", AttributeValue.fromS("TURN#"),
                                ":word", AttributeValue.fromS(word))))
                .items()
                .stream()
                .map(Turn::position)
                .toList();
    }

    private static String text(Map<String, AttributeValue> item) {
        return Gzip.unpack(item.get("content_compressed").b());
    }
}
