package dojo.c11_transactions.e4_uniqueness_item;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What can be done to a customer's profile, each as one action of a transaction; another team owns this class. */
public final class Profiles {
    private Profiles() {}

    /** The key of a profile. */
    public static Map<String, AttributeValue> key(String customerId) {
        return Map.of("PK", AttributeValue.fromS("CUSTOMER#" + customerId), "SK", AttributeValue.fromS("PROFILE"));
    }

    /** The handle that a stored profile shows. */
    public static String shown(Map<String, AttributeValue> profile) {
        return profile.get("handle").s();
    }

    /** Stores a new profile; its condition fails if the customer has one. */
    public static TransactWriteItem create(String table, String customerId, Handle handle) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(Map.of(
                                "PK", AttributeValue.fromS("CUSTOMER#" + customerId),
                                "SK", AttributeValue.fromS("PROFILE"),
                                "handle", AttributeValue.fromS(handle.shown()),
                                "canonical", AttributeValue.fromS(handle.canonical())))
                        .conditionExpression("attribute_not_exists(PK)"))
                .build();
    }

    /** Shows another handle; its condition fails unless the profile has the first one. */
    public static TransactWriteItem change(String table, String customerId, Handle from, Handle to) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(key(customerId))
                        .updateExpression("SET handle = :shown, canonical = :to")
                        .conditionExpression("canonical = :from")
                        .expressionAttributeValues(Map.of(
                                ":shown", AttributeValue.fromS(to.shown()),
                                ":to", AttributeValue.fromS(to.canonical()),
                                ":from", AttributeValue.fromS(from.canonical()))))
                .build();
    }

    /** Removes the profile; its condition fails unless it has this handle. */
    public static TransactWriteItem remove(String table, String customerId, Handle handle) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table)
                        .key(key(customerId))
                        .conditionExpression("canonical = :canonical")
                        .expressionAttributeValues(Map.of(":canonical", AttributeValue.fromS(handle.canonical()))))
                .build();
    }
}
