package dojo.lab.capacity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** A batch of writes, some of which are handed on while the others come back unprocessed. */
record BatchWrite(BatchWriteItemRequest kept, Map<String, List<WriteRequest>> left) {

    /** @param throttled positions of writes, counted through all tables in the order of the request */
    static BatchWrite without(Set<Integer> throttled, BatchWriteItemRequest batch) {
        Map<String, List<WriteRequest>> kept = new LinkedHashMap<>();
        Map<String, List<WriteRequest>> left = new LinkedHashMap<>();
        int position = 0;
        for (Map.Entry<String, List<WriteRequest>> table : batch.requestItems().entrySet()) {
            for (WriteRequest write : table.getValue()) {
                (throttled.contains(position++) ? left : kept)
                        .computeIfAbsent(table.getKey(), name -> new ArrayList<>())
                        .add(write);
            }
        }
        return new BatchWrite(batch.toBuilder().requestItems(kept).build(), left);
    }

    AwsResponse answer(AwsResponse answer) {
        BatchWriteItemResponse written = (BatchWriteItemResponse) answer;
        Map<String, List<WriteRequest>> unprocessed = new LinkedHashMap<>(left);
        written.unprocessedItems().forEach((table, writes) -> unprocessed.merge(table, writes, BatchWrite::joined));
        return written.toBuilder().unprocessedItems(unprocessed).build();
    }

    private static List<WriteRequest> joined(List<WriteRequest> some, List<WriteRequest> others) {
        List<WriteRequest> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
