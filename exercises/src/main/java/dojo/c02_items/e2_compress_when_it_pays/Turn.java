package dojo.c02_items.e2_compress_when_it_pays;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One message.
 *
 * @param sources where an answer was found, as the search tool wrote it down; may be long
 */
public record Turn(String role, String text, String sources) {
    /** Everything but the text, under the key of a position in a chat. */
    public Map<String, AttributeValue> withoutText(String sessionId, int position) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("PK", AttributeValue.fromS("SESSION#" + sessionId));
        item.put("SK", AttributeValue.fromS("TURN#%06d".formatted(position)));
        item.put("role", AttributeValue.fromS(role));
        item.put("sources", AttributeValue.fromS(sources));
        return item;
    }

    /** The position in the sort key of an item. */
    public static int position(Map<String, AttributeValue> item) {
        return Integer.parseInt(item.get("SK").s().substring("TURN#".length()));
    }
}
