package dojo.lab.capacity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** A batch of reads, some of which are handed on while the others come back unprocessed. */
record BatchGet(BatchGetItemRequest kept, Map<String, KeysAndAttributes> left) {

    /** @param throttled positions of keys, counted through all tables in the order of the request */
    static BatchGet without(Set<Integer> throttled, BatchGetItemRequest batch) {
        Map<String, KeysAndAttributes> kept = new LinkedHashMap<>();
        Map<String, KeysAndAttributes> left = new LinkedHashMap<>();
        int position = 0;
        for (Map.Entry<String, KeysAndAttributes> table : batch.requestItems().entrySet()) {
            List<Map<String, AttributeValue>> keptKeys = new ArrayList<>();
            List<Map<String, AttributeValue>> leftKeys = new ArrayList<>();
            for (Map<String, AttributeValue> key : table.getValue().keys()) {
                (throttled.contains(position++) ? leftKeys : keptKeys).add(key);
            }
            put(kept, table, keptKeys);
            put(left, table, leftKeys);
        }
        return new BatchGet(batch.toBuilder().requestItems(kept).build(), left);
    }

    private static void put(
            Map<String, KeysAndAttributes> tables,
            Map.Entry<String, KeysAndAttributes> table,
            List<Map<String, AttributeValue>> keys) {
        if (!keys.isEmpty()) {
            tables.put(table.getKey(), table.getValue().toBuilder().keys(keys).build());
        }
    }

    AwsResponse answer(AwsResponse answer) {
        BatchGetItemResponse read = (BatchGetItemResponse) answer;
        Map<String, KeysAndAttributes> unprocessed = new LinkedHashMap<>(left);
        read.unprocessedKeys().forEach((table, keys) -> unprocessed.merge(table, keys, BatchGet::joined));
        return read.toBuilder().unprocessedKeys(unprocessed).build();
    }

    private static KeysAndAttributes joined(KeysAndAttributes some, KeysAndAttributes others) {
        List<Map<String, AttributeValue>> keys = new ArrayList<>(some.keys());
        keys.addAll(others.keys());
        return some.toBuilder().keys(keys).build();
    }
}
