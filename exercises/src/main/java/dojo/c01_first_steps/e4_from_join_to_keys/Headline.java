package dojo.c01_first_steps.e4_from_join_to_keys;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One order in a list of orders. */
public record Headline(String orderId, String placedAt, int total) {
    /** Reads a headline from an item that has these attributes, and perhaps others. */
    public static Headline of(Map<String, AttributeValue> item) {
        return new Headline(
                item.get("order_id").s(),
                item.get("placed_at").s(),
                Integer.parseInt(item.get("total").n()));
    }
}
