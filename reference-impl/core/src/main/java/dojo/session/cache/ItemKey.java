package dojo.session.cache;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One item of a table. */
record ItemKey(Partition partition, AttributeValue sort) {
    static ItemKey of(String table, Map<String, AttributeValue> keyOrItem) {
        return new ItemKey(Partition.of(table, keyOrItem), Partition.attribute(keyOrItem, "SK"));
    }
}
