package dojo.c11_transactions.e6_not_a_transaction;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items of the chat desk. */
public final class Items {
    private Items() {}

    /** A turn; it is said once and never changed. */
    public static Map<String, AttributeValue> turn(String sessionId, int position, String text) {
        return Map.of(
                "PK", AttributeValue.fromS("SESSION#" + sessionId),
                "SK", AttributeValue.fromS("TURN#%012d".formatted(position)),
                "text", AttributeValue.fromS(text));
    }

    /** A click, under its id. */
    public static Map<String, AttributeValue> click(Click click) {
        return Map.of(
                "PK", AttributeValue.fromS("CLICK#" + click.id()),
                "SK", AttributeValue.fromS("META"),
                "sku", AttributeValue.fromS(click.sku()));
    }

    /** The key of a product card. */
    public static Map<String, AttributeValue> cardKey(String sku) {
        return Map.of("PK", AttributeValue.fromS("CARD#" + sku), "SK", AttributeValue.fromS("META"));
    }

    /** A product card; they are written once a night. */
    public static Map<String, AttributeValue> card(String sku, String title) {
        return Map.of(
                "PK", AttributeValue.fromS("CARD#" + sku),
                "SK", AttributeValue.fromS("META"),
                "title", AttributeValue.fromS(title));
    }

    /** The title on a stored card. */
    public static String title(Map<String, AttributeValue> card) {
        return card.get("title").s();
    }

    /** The key of a stored item. */
    public static Map<String, AttributeValue> keyOf(Map<String, AttributeValue> item) {
        return Map.of("PK", item.get("PK"), "SK", item.get("SK"));
    }

    /** The key of META of a session. */
    public static Map<String, AttributeValue> metaKey(String sessionId) {
        return Map.of("PK", AttributeValue.fromS("SESSION#" + sessionId), "SK", AttributeValue.fromS("META"));
    }

    /** META of a session: who talks to the customer. */
    public static Map<String, AttributeValue> meta(String sessionId, String speaker) {
        return Map.of(
                "PK", AttributeValue.fromS("SESSION#" + sessionId),
                "SK", AttributeValue.fromS("META"),
                "speaker", AttributeValue.fromS(speaker));
    }

    /** A session in the list of an agent. */
    public static Map<String, AttributeValue> assignment(String agent, String sessionId) {
        return Map.of("PK", AttributeValue.fromS("AGENT#" + agent), "SK", AttributeValue.fromS("SESSION#" + sessionId));
    }
}
