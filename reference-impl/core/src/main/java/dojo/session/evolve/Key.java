package dojo.session.evolve;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The key of an item. Immutable. */
public record Key(String partition, String sort) {
    static Key of(Map<String, AttributeValue> item) {
        return new Key(text(item, "PK"), text(item, "SK"));
    }

    Map<String, AttributeValue> attributes() {
        return Map.of("PK", AttributeValue.fromS(partition), "SK", AttributeValue.fromS(sort));
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        if (value == null || value.s() == null) {
            throw new IllegalStateException("An item has no attribute \"" + name
                    + "\" of type S, which is a key of the table of a session memory: walk another table.");
        }
        return value.s();
    }

    @Override
    public String toString() {
        return partition + " " + sort;
    }
}
