package dojo.c11_transactions.e5_torn_read;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The two items that a new summary changes.
 *
 * <p>The summariser stores both in one transaction, and gives both the same revision: 1 for the first summary, and one
 * more for each that follows. A session without a summary has a META of revision 0 and no SUMMARY.
 */
public final class Items {
    private Items() {}

    /** META: up to which turn there is a summary. */
    public static Map<String, AttributeValue> meta(String sessionId, int revision, int summarisedTo) {
        return Map.of(
                "PK", AttributeValue.fromS("SESSION#" + sessionId),
                "SK", AttributeValue.fromS("META"),
                "revision", AttributeValue.fromN(Integer.toString(revision)),
                "summarised_to", AttributeValue.fromN(Integer.toString(summarisedTo)));
    }

    /** SUMMARY: the words. */
    public static Map<String, AttributeValue> summary(String sessionId, int revision, String text) {
        return Map.of(
                "PK", AttributeValue.fromS("SESSION#" + sessionId),
                "SK", AttributeValue.fromS("SUMMARY"),
                "revision", AttributeValue.fromN(Integer.toString(revision)),
                "text", AttributeValue.fromS(text));
    }

    /** The key of the item with this sort key. */
    public static Map<String, AttributeValue> key(String sessionId, String sortKey) {
        return Map.of("PK", AttributeValue.fromS("SESSION#" + sessionId), "SK", AttributeValue.fromS(sortKey));
    }

    /** The sort key of an item. */
    public static String sortKey(Map<String, AttributeValue> item) {
        return item.get("SK").s();
    }

    /** The revision of an item; 0 for one that is not there, which a read gives as an empty map. */
    public static int revision(Map<String, AttributeValue> item) {
        return item.isEmpty() ? 0 : Integer.parseInt(item.get("revision").n());
    }

    /** What both items say, if they are of one revision. */
    public static Memory memory(Map<String, AttributeValue> meta, Map<String, AttributeValue> summary) {
        String text = summary.isEmpty() ? "" : summary.get("text").s();
        int to = meta.isEmpty() ? 0 : Integer.parseInt(meta.get("summarised_to").n());
        return new Memory(text, to);
    }
}
