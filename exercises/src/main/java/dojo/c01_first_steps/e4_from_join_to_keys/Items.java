package dojo.c01_first_steps.e4_from_join_to_keys;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Attributes, and the key they are stored under. */
public final class Items {
    private Items() {}

    /** A key: PK and SK. */
    public static Map<String, AttributeValue> key(String partitionKey, String sortKey) {
        return Map.of("PK", AttributeValue.fromS(partitionKey), "SK", AttributeValue.fromS(sortKey));
    }

    /** An item: a key and attributes. */
    public static Map<String, AttributeValue> under(
            String partitionKey, String sortKey, Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> item = new HashMap<>(attributes);
        item.putAll(key(partitionKey, sortKey));
        return item;
    }

    /** All attributes of both. */
    public static Map<String, AttributeValue> together(
            Map<String, AttributeValue> first, Map<String, AttributeValue> second) {
        Map<String, AttributeValue> all = new HashMap<>(first);
        all.putAll(second);
        return all;
    }
}
