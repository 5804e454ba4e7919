package dojo.c03_reading.e3_resume_token;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One thing that was said; the first turn of a session has number 1. */
public record Turn(String sessionId, int number, String text) {
    /** Reads a turn from an item whose sort key is {@code TURN#} and six digits. */
    public static Turn from(Map<String, AttributeValue> item) {
        String sessionId = item.get("PK").s().substring("SESSION#".length());
        int number = Integer.parseInt(item.get("SK").s().substring("TURN#".length()));
        return new Turn(sessionId, number, item.get("text").s());
    }

    /** The sort key in an item, or in the key of one. */
    public static String sortKey(Map<String, AttributeValue> item) {
        return item.get("SK").s();
    }

    /** Short, because failing checks print it. */
    @Override
    public String toString() {
        return sessionId + " turn " + number;
    }
}
