package dojo.c11_transactions.e2_token_window;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The two items that a redemption changes. */
public final class Items {
    private Items() {}

    /** The redemption, under its id. */
    public static Map<String, AttributeValue> redemption(Redemption redemption) {
        return Map.of(
                "PK", AttributeValue.fromS("REDEMPTION#" + redemption.id()),
                "SK", AttributeValue.fromS("META"),
                "id", AttributeValue.fromS(redemption.id()),
                "customer", AttributeValue.fromS(redemption.customerId()),
                "gift", AttributeValue.fromS(redemption.gift()),
                "points", AttributeValue.fromN(Integer.toString(redemption.points())));
    }

    /** Reads a redemption from a stored item. */
    public static Redemption redemption(Map<String, AttributeValue> item) {
        return new Redemption(
                item.get("id").s(),
                item.get("customer").s(),
                item.get("gift").s(),
                Integer.parseInt(item.get("points").n()));
    }

    /** The key of a customer's points. */
    public static Map<String, AttributeValue> accountKey(String customerId) {
        return Map.of("PK", AttributeValue.fromS("CUSTOMER#" + customerId), "SK", AttributeValue.fromS("POINTS"));
    }

    /** A customer's points. */
    public static Map<String, AttributeValue> account(String customerId, int points) {
        return Map.of(
                "PK", AttributeValue.fromS("CUSTOMER#" + customerId),
                "SK", AttributeValue.fromS("POINTS"),
                "points", AttributeValue.fromN(Integer.toString(points)));
    }

    /** How many points stand in an item. */
    public static int points(Map<String, AttributeValue> item) {
        return Integer.parseInt(item.get("points").n());
    }
}
