package dojo.c09_ttl.e2_seconds_not_millis;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Sessions as the table holds them. */
public final class Items {
    private Items() {}

    /** The key of a session. */
    public static Map<String, AttributeValue> key(String sessionId) {
        return Map.of("PK", AttributeValue.fromS("SESSION#" + sessionId), "SK", AttributeValue.fromS("META"));
    }

    /** The key of the session in a stored item. */
    public static Map<String, AttributeValue> keyOf(Map<String, AttributeValue> item) {
        return Map.of("PK", item.get("PK"), "SK", item.get("SK"));
    }

    /** The id of the session in a stored item. */
    public static String sessionId(Map<String, AttributeValue> item) {
        return item.get("PK").s().substring("SESSION#".length());
    }

    /** The {@code ttl} of a stored item that has one, whatever its type. */
    public static AttributeValue ttl(Map<String, AttributeValue> item) {
        return item.get("ttl");
    }

    /** A session on the start page; {@code ttl} goes into the item as it is. */
    public static Map<String, AttributeValue> session(String sessionId, AttributeValue ttl) {
        return Map.of(
                "PK", AttributeValue.fromS("SESSION#" + sessionId),
                "SK", AttributeValue.fromS("META"),
                "page", AttributeValue.fromS("/"),
                "ttl", ttl);
    }
}
