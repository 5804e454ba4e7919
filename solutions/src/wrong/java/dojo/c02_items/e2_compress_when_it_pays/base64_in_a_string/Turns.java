// Misconception: Bytes have to be encoded before a database takes them.
// Held by: people who keep JSON in mind; base64 travels on the wire, and Binary is billed as raw bytes
// Rejected by: five_turns_cost_five_write_units
package dojo.c02_items.e2_compress_when_it_pays;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
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
        packed.put("content_compressed", AttributeValue.fromS(base64(turn.text())));
        boolean pays = Size.writeUnits(packed) < Size.writeUnits(plain);
        ddb.putItem(put -> put.tableName(table).item(pays ? packed : plain));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(Gzip.pack(text).asByteArray());
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
        AttributeValue encoded = item.get("content_compressed");
        if (encoded != null && encoded.s() != null) {
            return Gzip.unpack(SdkBytes.fromByteArray(Base64.getDecoder().decode(encoded.s())));
        }
        AttributeValue packed = item.get("content_compressed");
        AttributeValue plain = item.get("content");
        return packed != null ? Gzip.unpack(packed.b()) : plain != null ? plain.s() : "";
    }
}
