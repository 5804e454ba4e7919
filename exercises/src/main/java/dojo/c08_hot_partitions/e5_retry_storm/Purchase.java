package dojo.c08_hot_partitions.e5_retry_storm;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An order for the signed edition; all of them are kept under one key. */
public record Purchase(String id) {
    /** The item to store; storing it twice is the same as once. */
    public Map<String, AttributeValue> item() {
        return Map.of(
                "PK", AttributeValue.fromS("EDITION#signed"),
                "SK", AttributeValue.fromS("ORDER#" + id));
    }

    /** Short, because failing checks print it. */
    @Override
    public String toString() {
        return id;
    }
}
