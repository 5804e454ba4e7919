package dojo.c05_filters_and_scans.e1_filter_is_not_free;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One thing that was said; the first turn of a session has number 1. */
public record Turn(int number, String text) {
    /** Reads a turn from an item; its number is stored as {@code turn_index}. */
    public static Turn from(Map<String, AttributeValue> item) {
        return new Turn(
                Integer.parseInt(item.get("turn_index").n()), item.get("text").s());
    }
}
