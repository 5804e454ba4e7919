package dojo.c07_indexes.e8_model_the_session;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Older turns, told in a few lines.
 *
 * @param window 1 for the first summary of its session; each later one tells of what came since
 */
public record Summary(String sessionId, int window, String text) {
    /** Reads a summary from an item. */
    public static Summary of(Map<String, AttributeValue> item) {
        return new Summary(
                item.get("session_id").s(),
                Integer.parseInt(item.get("window").n()),
                item.get("text").s());
    }

    /** The attributes, without keys. */
    public Map<String, AttributeValue> attributes() {
        return Map.of(
                "session_id", AttributeValue.fromS(sessionId),
                "window", AttributeValue.fromN(Integer.toString(window)),
                "text", AttributeValue.fromS(text));
    }
}
