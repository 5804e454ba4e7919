package dojo.c04_conditional_writes.e4_optimistic_update;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a customer wants to buy; a volume is in it at most once. */
public record Basket(List<String> volumes) {
    /** The key of the item that holds the basket of a session. */
    public static Map<String, AttributeValue> key(String sessionId) {
        return Map.of("PK", AttributeValue.fromS("SESSION#" + sessionId), "SK", AttributeValue.fromS("BASKET"));
    }

    /** Reads a basket from a stored item. */
    public static Basket of(Map<String, AttributeValue> item) {
        return new Basket(item.get("volumes").l().stream().map(AttributeValue::s).toList());
    }

    /** The volumes as they are stored. */
    public AttributeValue attribute() {
        return AttributeValue.fromL(volumes.stream().map(AttributeValue::fromS).toList());
    }

    /** With this volume at the end; the same basket if it is there already. */
    public Basket with(String volume) {
        return volumes.contains(volume)
                ? this
                : new Basket(Stream.concat(volumes.stream(), Stream.of(volume)).toList());
    }

    /** Short, because failing checks print it. */
    @Override
    public String toString() {
        return volumes.toString();
    }
}
