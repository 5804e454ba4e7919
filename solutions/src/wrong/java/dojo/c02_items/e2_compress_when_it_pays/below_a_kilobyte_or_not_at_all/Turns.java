// Misconception: Packing pays if it brings an item below a kilobyte.
// Held by: whoever remembers that 1 KB is a write unit and forgets that each further KB is one, too
// Rejected by: units_above_the_first_count_as_well
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
        Map<String, AttributeValue> plain = turn.withoutText(sessionId, position);
        plain.put("content", AttributeValue.fromS(turn.text()));
        Map<String, AttributeValue> packed = turn.withoutText(sessionId, position);
        packed.put("content_compressed", AttributeValue.fromB(Gzip.pack(turn.text())));
        boolean pays = Size.writeUnits(packed) == 1 && Size.writeUnits(plain) > 1;
        ddb.putItem(put -> put.tableName(table).item(pays ? packed : plain));
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
                        .filterExpression("contains(content, :word) OR attribute_exists(content_compressed)")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS("SESSION#" + sessionId),
                                ":turns", AttributeValue.fromS("TURN#"),
                                ":word", AttributeValue.fromS(word))))
                .items()
                .stream()
                .filter(item -> text(item).contains(word))
                .map(Turn::position)
                .toList();
    }

    private static String text(Map<String, AttributeValue> item) {
        AttributeValue packed = item.get("content_compressed");
        AttributeValue plain = item.get("content");
        return packed != null ? Gzip.unpack(packed.b()) : plain != null ? plain.s() : "";
    }
}
