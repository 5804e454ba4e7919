package dojo.c09_ttl.e1_expired_is_gone;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items of a session as the table holds them; every one carries the {@code ttl} of the session. */
public final class Items {
    private Items() {}

    /** The key of the META item. */
    public static Map<String, AttributeValue> metaKey(String sessionId) {
        return Map.of("PK", AttributeValue.fromS("SESSION#" + sessionId), "SK", AttributeValue.fromS("META"));
    }

    /** The META item; {@code ttl} goes into the item as it is. */
    public static Map<String, AttributeValue> meta(Session session, long ttl) {
        return Map.of(
                "PK", AttributeValue.fromS("SESSION#" + session.id()),
                "SK", AttributeValue.fromS("META"),
                "session_id", AttributeValue.fromS(session.id()),
                "page", AttributeValue.fromS(session.page()),
                "turn_count", AttributeValue.fromN(Integer.toString(session.turnCount())),
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

    /** The {@code ttl} of a stored item. */
    public static long ttl(Map<String, AttributeValue> item) {
        return Long.parseLong(item.get("ttl").n());
    }

    /** What was said in a stored turn. */
    public static String content(Map<String, AttributeValue> turn) {
        return turn.get("content").s();
    }
}
