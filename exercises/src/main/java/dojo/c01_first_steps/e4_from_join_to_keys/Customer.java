package dojo.c01_first_steps.e4_from_join_to_keys;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A row of {@code customers}. */
public record Customer(String id, String name) {
    /** The columns as attributes, without keys. */
    public Map<String, AttributeValue> attributes() {
        return Map.of("customer_id", AttributeValue.fromS(id), "customer_name", AttributeValue.fromS(name));
    }
}
