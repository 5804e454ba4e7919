package dojo.c04_conditional_writes.e5_lease_with_fence;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where the lock and the summary of a session stand, and how a summary is read. */
public final class Keys {
    private Keys() {}

    /** The item that says who holds the lease. */
    public static Map<String, AttributeValue> lock(String sessionId) {
        return Map.of("PK", AttributeValue.fromS("SESSION#" + sessionId), "SK", AttributeValue.fromS("LOCK"));
    }

    /** The item that holds the summary, in {@code summary_text}. */
    public static Map<String, AttributeValue> summary(String sessionId) {
        return Map.of("PK", AttributeValue.fromS("SESSION#" + sessionId), "SK", AttributeValue.fromS("SUMMARY"));
    }

    /** The attribute {@code fence} of an item that has one. */
    public static long fence(Map<String, AttributeValue> item) {
        return Long.parseLong(item.get("fence").n());
    }

    /** The summary in a stored item, if there is one. */
    public static Optional<String> summaryText(Map<String, AttributeValue> item) {
        return Optional.ofNullable(item.get("summary_text")).map(AttributeValue::s);
    }
}
