package dojo.c07_indexes.e8_model_the_session;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One message.
 *
 * @param position 1 for the first of its session, without gaps
 * @param saidAt in milliseconds; an answer may come in the same one as its question
 */
public record Turn(String sessionId, int position, long saidAt, String content) {
    /** Reads a turn from an item. */
    public static Turn of(Map<String, AttributeValue> item) {
        return new Turn(
                item.get("session_id").s(),
                Integer.parseInt(item.get("position").n()),
                Long.parseLong(item.get("said_at").n()),
                item.get("content").s());
    }

    /** The attributes, without keys. */
    public Map<String, AttributeValue> attributes() {
        return Map.of(
                "session_id", AttributeValue.fromS(sessionId),
                "position", AttributeValue.fromN(Integer.toString(position)),
                "said_at", AttributeValue.fromN(Long.toString(saidAt)),
                "content", AttributeValue.fromS(content));
    }
}
