package dojo.c08_hot_partitions.e4_cold_start_burst;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An order for tickets, with an address and a basket: at most 1,500 bytes, in the table and in its index. */
public record TicketOrder(String id, String buyer, String basket) {
    /** The item, which the index GSI1 copies under the buyer. */
    public Map<String, AttributeValue> item() {
        return Map.of(
                "PK", AttributeValue.fromS("ORDER#" + id),
                "SK", AttributeValue.fromS("ORDER"),
                "GSI1PK", AttributeValue.fromS("BUYER#" + buyer),
                "basket", AttributeValue.fromS(basket));
    }
}
