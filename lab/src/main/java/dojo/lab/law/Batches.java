package dojo.lab.law;

import dojo.lab.item.ItemKey;
import dojo.lab.item.Items;
import dojo.lab.law.Fidelity.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;

/**
 * Which batches may be done in part.
 *
 * <p>One that the service refuses as a whole must be refused as a whole, also if a law would hold the culprit back: too
 * many items, an item twice, or a key that the table cannot have.
 */
public final class Batches {

    @Fidelity(
            level = Level.DOCUMENTED,
            says = "A BatchWriteItem holds at most 25 writes.",
            source = "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html")
    private static final int MOST_WRITES = 25;

    @Fidelity(
            level = Level.DOCUMENTED,
            says = "A BatchGetItem asks for at most 100 items.",
            source = "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html")
    private static final int MOST_READS = 100;

    private Batches() {}

    /** Whether the service would not refuse this batch at a glance. */
    public static boolean sound(BatchWriteItemRequest batch, Items items) {
        Set<String> seen = new HashSet<>();
        var writes = items.writes(batch);
        return writes.size() <= MOST_WRITES
                && writes.stream()
                        .allMatch(write ->
                                isKey(write.key().attributes(), write.shape().key())
                                        && seen.add(write.key().canonical()));
    }

    /** Whether the service would not refuse this batch at a glance. */
    public static boolean sound(BatchGetItemRequest batch, Items items) {
        Set<String> seen = new HashSet<>();
        List<ItemKey> keys = new ArrayList<>();
        batch.requestItems().forEach((table, asked) -> asked.keys().forEach(key -> keys.add(new ItemKey(table, key))));
        return keys.size() <= MOST_READS
                && keys.stream()
                        .allMatch(key ->
                                isKey(key.attributes(), items.shape(key.table()).key()) && seen.add(key.canonical()));
    }

    private static boolean isKey(Map<String, AttributeValue> key, List<String> names) {
        return !names.isEmpty()
                && key.keySet().equals(Set.copyOf(names))
                && key.values().stream().noneMatch(Objects::isNull);
    }
}
