package dojo.c04_conditional_writes.e2_append_once;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One message; whoever made it gave it an id, and every retry carries that id. */
public record Turn(String responseId, String role, String content) {
    /** Reads a turn from a stored item. */
    public static Turn of(Map<String, AttributeValue> item) {
        return new Turn(
                item.get("response_id").s(),
                item.get("role").s(),
                item.get("content").s());
    }

    /** The attributes of the turn, without a key. */
    public Map<String, AttributeValue> attributes() {
        return Map.of(
                "response_id", AttributeValue.fromS(responseId),
                "role", AttributeValue.fromS(role),
                "content", AttributeValue.fromS(content));
    }

    /** Short, because failing checks print it. */
    @Override
    public String toString() {
        return "%s %s: %s".formatted(responseId, role, content);
    }
}
