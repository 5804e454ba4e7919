package dojo.c11_transactions.e3_conflict_and_retry;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The items of the stock, and what a reservation does to them. */
public final class Actions {
    private Actions() {}

    /** The key of a volume in stock. */
    public static Map<String, AttributeValue> stockKey(String sku) {
        return Map.of("PK", AttributeValue.fromS("STOCK#" + sku), "SK", AttributeValue.fromS("META"));
    }

    /** A volume in stock: how many copies are left, and at which price in cents. */
    public static Map<String, AttributeValue> stock(String sku, int left, int price) {
        return Map.of(
                "PK", AttributeValue.fromS("STOCK#" + sku),
                "SK", AttributeValue.fromS("META"),
                "left", AttributeValue.fromN(Integer.toString(left)),
                "price", AttributeValue.fromN(Integer.toString(price)));
    }

    /** The key of the note that an order has reserved a volume. */
    public static Map<String, AttributeValue> noteKey(String orderId, String sku) {
        return Map.of("PK", AttributeValue.fromS("ORDER#" + orderId), "SK", AttributeValue.fromS("RESERVED#" + sku));
    }

    /** Notes the reservation; its condition fails if the order has one. */
    public static TransactWriteItem note(String table, String orderId, String sku) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(noteKey(orderId, sku))
                        .conditionExpression("attribute_not_exists(PK)"))
                .build();
    }

    /** Takes one copy; its condition fails if none is left. */
    public static TransactWriteItem take(String table, String sku) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(stockKey(sku))
                        .updateExpression("SET #left = #left - :one")
                        .conditionExpression("#left >= :one")
                        .expressionAttributeNames(Map.of("#left", "left"))
                        .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))))
                .build();
    }

    /** A number of a stored volume, {@code left} or {@code price}. */
    public static int number(Map<String, AttributeValue> stock, String name) {
        return Integer.parseInt(stock.get(name).n());
    }
}
