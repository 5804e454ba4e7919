package dojo.c03_reading.e5_handoff;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One thing that was said; the first turn of a session has number 1. */
public record Turn(int number, String text) {
    /** Reads a turn from an item whose sort key is {@code TURN#} and six digits. */
    public static Turn from(Map<String, AttributeValue> item) {
        int number = Integer.parseInt(item.get("SK").s().substring("TURN#".length()));
        return new Turn(number, item.get("text").s());
    }

    /** Short, because failing checks print it. */
    @Override
    public String toString() {
        return "turn " + number;
    }
}
