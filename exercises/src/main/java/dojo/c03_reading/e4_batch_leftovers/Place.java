package dojo.c03_reading.e4_batch_leftovers;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where a turn stands; its key in the table. */
public record Place(String sessionId, int number) {
    /** Reads the place from an item or from its key. */
    public static Place from(Map<String, AttributeValue> item) {
        return new Place(
                item.get("PK").s().substring("SESSION#".length()),
                Integer.parseInt(item.get("SK").s().substring("TURN#".length())));
    }

    /** The key of the item. */
    public Map<String, AttributeValue> key() {
        return Map.of(
                "PK", AttributeValue.fromS("SESSION#" + sessionId),
                "SK", AttributeValue.fromS("TURN#%06d".formatted(number)));
    }

    /** Short, because failing checks print it. */
    @Override
    public String toString() {
        return sessionId + "/" + number;
    }
}
