package dojo.c09_ttl.e3_sliding_expiry;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items of a session as the table holds them; all times are seconds since 1970. */
public final class Items {
    private Items() {}

    /** The key of the META item. */
    public static Map<String, AttributeValue> metaKey(String sessionId) {
        return Map.of("PK", AttributeValue.fromS("SESSION#" + sessionId), "SK", AttributeValue.fromS("META"));
    }

    /** The META item, which comes before all turns. */
    public static Map<String, AttributeValue> meta(String sessionId, long openedAt, long ttl) {
        return Map.of(
                "PK", AttributeValue.fromS("SESSION#" + sessionId),
                "SK", AttributeValue.fromS("META"),
                "opened_at", AttributeValue.fromN(Long.toString(openedAt)),
                "ttl", AttributeValue.fromN(Long.toString(ttl)));
    }

    /** A turn; position 1 is the first of the session. */
    public static Map<String, AttributeValue> turn(String sessionId, int position, String content, long ttl) {
        return Map.of(
                "PK", AttributeValue.fromS("SESSION#" + sessionId),
                "SK", AttributeValue.fromS("TURN#%012d".formatted(position)),
                "content", AttributeValue.fromS(content),
                "ttl", AttributeValue.fromN(Long.toString(ttl)));
    }

    /** Whether this is a META item. */
    public static boolean isMeta(Map<String, AttributeValue> item) {
        return item.get("SK").s().equals("META");
    }

    /** When the session of a META item was opened. */
    public static long openedAt(Map<String, AttributeValue> meta) {
        return Long.parseLong(meta.get("opened_at").n());
    }

    /** The {@code ttl} of a stored item. */
    public static long ttl(Map<String, AttributeValue> item) {
        return Long.parseLong(item.get("ttl").n());
    }

    /** What was said in a stored turn. */
    public static String content(Map<String, AttributeValue> turn) {
        return turn.get("content").s();
    }
}
