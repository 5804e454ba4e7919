package dojo.lab.fault;

import dojo.lab.item.ItemKey;
import dojo.lab.item.Items;
import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** A batch of which some items can be held back: the rest goes on, and what was held back joins its answer. */
sealed interface PartialBatch {

    @Fidelity(
            level = Level.DOCUMENTED,
            says = "A BatchWriteItem holds at most 25 writes.",
            source = "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html")
    int MOST_WRITES = 25;

    @Fidelity(
            level = Level.DOCUMENTED,
            says = "A BatchGetItem asks for at most 100 items.",
            source = "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html")
    int MOST_READS = 100;

    /** How many items the batch has. */
    int size();

    /** Takes the items of these places out of the request. */
    AwsRequest without(Set<Integer> places);

    /** The answer to the rest, which hands back the items of these places too. */
    AwsResponse handingBack(Set<Integer> places, AwsResponse answer);

    /** What came of it, in the words of the bill. */
    String result(AwsResponse answer);

    /** The request as a batch, if it is one of at least two items that the service would not refuse at a glance. */
    static Optional<PartialBatch> of(AwsRequest request, Items items) {
        if (request instanceof BatchWriteItemRequest batch) {
            return Optional.<PartialBatch>of(new Writes(batch))
                    .filter(writes -> writes.size() > 1 && sound(batch, items));
        }
        if (request instanceof BatchGetItemRequest batch) {
            return Optional.<PartialBatch>of(new Reads(batch)).filter(reads -> reads.size() > 1 && sound(batch, items));
        }
        return Optional.empty();
    }

    /** A batch that is refused as a whole must be refused as a whole, also if the culprit would be held back. */
    private static boolean sound(BatchWriteItemRequest batch, Items items) {
        Set<String> seen = new HashSet<>();
        var writes = items.writes(batch);
        return writes.size() <= MOST_WRITES
                && writes.stream()
                        .allMatch(write ->
                                isKey(write.key().attributes(), write.shape().key())
                                        && seen.add(write.key().canonical()));
    }

    private static boolean sound(BatchGetItemRequest batch, Items items) {
        Set<String> seen = new HashSet<>();
        List<ItemKey> keys = new ArrayList<>();
        batch.requestItems().forEach((table, asked) -> asked.keys().forEach(key -> keys.add(new ItemKey(table, key))));
        return keys.size() <= MOST_READS
                && keys.stream()
                        .allMatch(key ->
                                isKey(key.attributes(), items.shape(key.table()).key()) && seen.add(key.canonical()));
    }

    private static boolean isKey(Map<String, AttributeValue> key, List<String> names) {
        return !names.isEmpty() && key.keySet().equals(Set.copyOf(names));
    }

    /** A BatchWriteItem. */
    record Writes(BatchWriteItemRequest request) implements PartialBatch {

        @Override
        public int size() {
            return request.requestItems().values().stream().mapToInt(List::size).sum();
        }

        @Override
        public AwsRequest without(Set<Integer> places) {
            return request.toBuilder()
                    .requestItems(chosen(place -> !places.contains(place)))
                    .build();
        }

        @Override
        public AwsResponse handingBack(Set<Integer> places, AwsResponse answer) {
            BatchWriteItemResponse done = (BatchWriteItemResponse) answer;
            Map<String, List<WriteRequest>> unprocessed = chosen(places::contains);
            done.unprocessedItems().forEach((table, writes) -> unprocessed.merge(table, writes, PartialBatch::joined));
            return done.toBuilder().unprocessedItems(unprocessed).build();
        }

        @Override
        public String result(AwsResponse answer) {
            return ((BatchWriteItemResponse) answer)
                            .unprocessedItems().values().stream()
                                    .mapToInt(List::size)
                                    .sum() + " unprocessed";
        }

        private Map<String, List<WriteRequest>> chosen(Predicate<Integer> places) {
            Map<String, List<WriteRequest>> chosen = new LinkedHashMap<>();
            int[] place = {0};
            request.requestItems().forEach((table, writes) -> {
                List<WriteRequest> ofTable =
                        writes.stream().filter(write -> places.test(place[0]++)).toList();
                if (!ofTable.isEmpty()) {
                    chosen.put(table, ofTable);
                }
            });
            return chosen;
        }
    }

    /** A BatchGetItem. */
    record Reads(BatchGetItemRequest request) implements PartialBatch {

        @Override
        public int size() {
            return request.requestItems().values().stream()
                    .mapToInt(table -> table.keys().size())
                    .sum();
        }

        @Override
        public AwsRequest without(Set<Integer> places) {
            return request.toBuilder()
                    .requestItems(chosen(place -> !places.contains(place)))
                    .build();
        }

        @Override
        public AwsResponse handingBack(Set<Integer> places, AwsResponse answer) {
            BatchGetItemResponse done = (BatchGetItemResponse) answer;
            Map<String, KeysAndAttributes> unprocessed = chosen(places::contains);
            done.unprocessedKeys()
                    .forEach((table, keys) -> unprocessed.merge(
                            table,
                            keys,
                            (held, left) -> held.toBuilder()
                                    .keys(joined(held.keys(), left.keys()))
                                    .build()));
            return done.toBuilder().unprocessedKeys(unprocessed).build();
        }

        @Override
        public String result(AwsResponse answer) {
            BatchGetItemResponse done = (BatchGetItemResponse) answer;
            int found = done.responses().values().stream().mapToInt(List::size).sum();
            int left = done.unprocessedKeys().values().stream()
                    .mapToInt(table -> table.keys().size())
                    .sum();
            return found + (found == 1 ? " item, " : " items, ") + left + " unprocessed";
        }

        private Map<String, KeysAndAttributes> chosen(Predicate<Integer> places) {
            Map<String, KeysAndAttributes> chosen = new LinkedHashMap<>();
            int[] place = {0};
            request.requestItems().forEach((table, asked) -> {
                var keys = asked.keys().stream()
                        .filter(key -> places.test(place[0]++))
                        .toList();
                if (!keys.isEmpty()) {
                    chosen.put(table, asked.toBuilder().keys(keys).build());
                }
            });
            return chosen;
        }
    }

    private static <T> List<T> joined(List<T> some, List<T> others) {
        List<T> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
