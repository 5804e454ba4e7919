package dojo.c07_indexes.e2_recent_sessions;

import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A turn of a session.
 *
 * @param position 1 for the first turn of the session
 * @param previousAt when the turn before was said, or the session opened; whoever answers has just read it
 */
public record Said(String sessionId, String customerId, int position, String text, Instant previousAt) {
    /** The item of the turn. */
    public Map<String, AttributeValue> item() {
        return Map.of(
                "PK", AttributeValue.fromS("SESSION#" + sessionId),
                "SK", AttributeValue.fromS("TURN#%06d".formatted(position)),
                "text", AttributeValue.fromS(text));
    }
}
