package dojo.c03_reading.e4_batch_leftovers;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One thing that was said. */
public record Turn(Place place, String text) {
    /** Reads a turn from its item. */
    public static Turn from(Map<String, AttributeValue> item) {
        return new Turn(Place.from(item), item.get("text").s());
    }

    /** The item, with its key. */
    public Map<String, AttributeValue> item() {
        Map<String, AttributeValue> item = new HashMap<>(place.key());
        item.put("text", AttributeValue.fromS(text));
        return item;
    }

    /** Short, because failing checks print it. */
    @Override
    public String toString() {
        return place + " \"" + text + "\"";
    }
}
