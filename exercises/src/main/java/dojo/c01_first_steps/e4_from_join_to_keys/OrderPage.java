package dojo.c01_first_steps.e4_from_join_to_keys;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the assistant says about an order: when, to where, for whom, and every line of it. */
public record OrderPage(String placedAt, String address, String customerName, List<Line> lines) {
    /** Puts a page together: items with a number of a line are lines, in the order they come; others tell the rest. */
    public static OrderPage of(List<Map<String, AttributeValue>> items) {
        Map<String, AttributeValue> rest = new HashMap<>();
        items.stream().filter(item -> !item.containsKey("line")).forEach(rest::putAll);
        AttributeValue unknown = AttributeValue.fromS("?");
        return new OrderPage(
                rest.getOrDefault("placed_at", unknown).s(),
                rest.getOrDefault("address", unknown).s(),
                rest.getOrDefault("customer_name", unknown).s(),
                items.stream()
                        .filter(item -> item.containsKey("line"))
                        .map(Line::of)
                        .toList());
    }
}
