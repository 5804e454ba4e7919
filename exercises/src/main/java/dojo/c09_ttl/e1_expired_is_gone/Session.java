package dojo.c09_ttl.e1_expired_is_gone;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A chat session: the page it was opened on, and how many turns it has. */
public record Session(String id, String page, int turnCount) {
    /** Reads a session from its META item. */
    public static Session of(Map<String, AttributeValue> meta) {
        return new Session(
                meta.get("session_id").s(),
                meta.get("page").s(),
                Integer.parseInt(meta.get("turn_count").n()));
    }
}
