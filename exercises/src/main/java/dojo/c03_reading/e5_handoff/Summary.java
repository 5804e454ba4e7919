package dojo.c03_reading.e5_handoff;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The session in short, from turn 1 up to and including turn {@code coversTo}.
 *
 * @param window 1 for the first summary of a session, 2 for the next, which covers more
 */
public record Summary(int window, int coversTo, String text) {
    /** Reads a summary from its attributes. */
    public static Summary from(Map<String, AttributeValue> item) {
        return new Summary(
                Integer.parseInt(item.get("window").n()),
                Integer.parseInt(item.get("covers_to").n()),
                item.get("text").s());
    }

    /** The attributes of the summary, without a key. */
    public Map<String, AttributeValue> attributes() {
        return Map.of(
                "window", AttributeValue.fromN(Integer.toString(window)),
                "covers_to", AttributeValue.fromN(Integer.toString(coversTo)),
                "text", AttributeValue.fromS(text));
    }

    /** Short, because failing checks print it. */
    @Override
    public String toString() {
        return "summary %d of turns 1 to %d".formatted(window, coversTo);
    }
}
