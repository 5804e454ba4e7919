package dojo.c01_first_steps.e4_from_join_to_keys;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A row of {@code lines}; the first line of an order has number 1. */
public record Line(int number, String title, int cents) {
    /** Reads a line from attributes. */
    public static Line of(Map<String, AttributeValue> attributes) {
        return new Line(
                Integer.parseInt(attributes.get("line").n()),
                attributes.get("title").s(),
                Integer.parseInt(attributes.get("cents").n()));
    }

    /** The columns as attributes, without keys. */
    public Map<String, AttributeValue> attributes() {
        return Map.of(
                "line", AttributeValue.fromN(Integer.toString(number)),
                "title", AttributeValue.fromS(title),
                "cents", AttributeValue.fromN(Integer.toString(cents)));
    }
}
