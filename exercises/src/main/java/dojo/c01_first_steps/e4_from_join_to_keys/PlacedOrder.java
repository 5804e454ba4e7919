package dojo.c01_first_steps.e4_from_join_to_keys;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A row of {@code orders} with what it refers to.
 *
 * @param placedAt as in 2026-11-22T09:00:03Z; two orders may have the same
 */
public record PlacedOrder(String id, Customer customer, String placedAt, String address, List<Line> lines) {
    /** The columns of {@code orders} as attributes, without keys, name or lines. */
    public Map<String, AttributeValue> attributes() {
        return Map.of(
                "order_id", AttributeValue.fromS(id),
                "customer_id", AttributeValue.fromS(customer.id()),
                "placed_at", AttributeValue.fromS(placedAt),
                "address", AttributeValue.fromS(address),
                "total", AttributeValue.fromN(Integer.toString(total())));
    }

    /** What its lines cost together, in cents. */
    public int total() {
        return lines.stream().mapToInt(Line::cents).sum();
    }
}
