package dojo.c04_conditional_writes.e1_create_once;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A chat session, as its META item holds it.
 *
 * @param page where it was opened
 * @param ttl the second at which it is over, counted from 1970
 */
public record Session(String id, String page, int turnCount, long ttl) {
    /** Reads a session from a stored item. */
    public static Session of(Map<String, AttributeValue> item) {
        return new Session(
                item.get("session_id").s(),
                item.get("page").s(),
                Integer.parseInt(item.get("turn_count").n()),
                Long.parseLong(item.get("ttl").n()));
    }

    /** The item of the session, with its key. */
    public Map<String, AttributeValue> item() {
        return Map.of(
                "PK", AttributeValue.fromS("SESSION#" + id),
                "SK", AttributeValue.fromS("META"),
                "session_id", AttributeValue.fromS(id),
                "page", AttributeValue.fromS(page),
                "turn_count", AttributeValue.fromN(Integer.toString(turnCount)),
                "ttl", AttributeValue.fromN(Long.toString(ttl)));
    }
}
