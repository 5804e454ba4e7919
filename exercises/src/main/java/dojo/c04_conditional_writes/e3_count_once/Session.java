package dojo.c04_conditional_writes.e3_count_once;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A chat session, as its META item holds it. */
public record Session(String id, String page, int turnCount) {
    /** The key of the META item. */
    public static Map<String, AttributeValue> key(String sessionId) {
        return Map.of("PK", AttributeValue.fromS("SESSION#" + sessionId), "SK", AttributeValue.fromS("META"));
    }

    /** Reads a session from a stored item. */
    public static Session of(Map<String, AttributeValue> item) {
        return new Session(
                item.get("session_id").s(),
                item.get("page").s(),
                Integer.parseInt(item.get("turn_count").n()));
    }

    /** The item of the session, with its key. */
    public Map<String, AttributeValue> item() {
        return Map.of(
                "PK", AttributeValue.fromS("SESSION#" + id),
                "SK", AttributeValue.fromS("META"),
                "session_id", AttributeValue.fromS(id),
                "page", AttributeValue.fromS(page),
                "turn_count", AttributeValue.fromN(Integer.toString(turnCount)));
    }
}
