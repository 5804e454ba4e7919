package dojo.exhibits.order;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.lab.Lab;
import dojo.lab.stream.BatchResult;
import dojo.lab.stream.StreamBatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Changes that are numbered as they are made, and in which order one consumer was given them. */
final class Changes {

    private record Seen(Map<String, AttributeValue> item, int number) {}

    private final String only;
    private final List<Seen> seen = new ArrayList<>();

    /** Looks at items whose partition key begins so. */
    Changes(String only) {
        this.only = only;
    }

    static void make(Lab lab, String table, String partitionKey, String sortKey, int number) {
        lab.client()
                .putItem(put -> put.tableName(table)
                        .item(Map.of(
                                "PK", fromS(partitionKey),
                                "SK", fromS(sortKey),
                                "number", fromN(String.valueOf(number)))));
    }

    BatchResult note(StreamBatch batch) {
        for (var record : batch.records()) {
            var keys = record.dynamodb().keys();
            if (Objects.requireNonNull(keys.get("PK")).s().startsWith(only)) {
                var number = Objects.requireNonNull(record.dynamodb().newImage().get("number"));
                seen.add(new Seen(keys, Integer.parseInt(number.n())));
            }
        }
        return BatchResult.done();
    }

    int count() {
        return seen.size();
    }

    /** How often the next change was an earlier one. */
    int stepsBack() {
        int back = 0;
        for (int i = 1; i < seen.size(); i++) {
            back += seen.get(i).number() < seen.get(i - 1).number() ? 1 : 0;
        }
        return back;
    }

    /** How often the next change of the same item was an earlier one. */
    int stepsBackWithinAnItem() {
        var latest = new HashMap<Map<String, AttributeValue>, Integer>();
        int back = 0;
        for (Seen change : seen) {
            Integer before = latest.put(change.item(), change.number());
            back += before != null && before > change.number() ? 1 : 0;
        }
        return back;
    }
}
