package dojo.session.cache;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** All items of a table under one partition key, which is {@code PK} in every table of this library. */
record Partition(String table, AttributeValue value) {
    static Partition of(String table, Map<String, AttributeValue> keyOrItem) {
        return new Partition(table, attribute(keyOrItem, "PK"));
    }

    /** What a query reads; none if it reads an index, whose partitions no write names, or asks in words of its own. */
    static Optional<Partition> of(QueryRequest query) {
        if (query.indexName() != null || !query.keyConditionExpression().startsWith("PK = :pk")) {
            return Optional.empty();
        }
        return Optional.ofNullable(query.expressionAttributeValues().get(":pk"))
                .map(value -> new Partition(query.tableName(), value));
    }

    static AttributeValue attribute(Map<String, AttributeValue> keyOrItem, String name) {
        AttributeValue value = keyOrItem.get(name);
        if (value == null) {
            throw new IllegalArgumentException("A key of this library has PK and SK, got " + keyOrItem.keySet()
                    + ": put the cache around requests to its own tables only.");
        }
        return value;
    }
}
