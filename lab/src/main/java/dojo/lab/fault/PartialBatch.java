package dojo.lab.fault;

import dojo.lab.item.Items;
import dojo.lab.law.Batches;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** A batch of which some items can be held back: the rest goes on, and what was held back joins its answer. */
sealed interface PartialBatch {

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
                    .filter(writes -> writes.size() > 1 && Batches.sound(batch, items));
        }
        if (request instanceof BatchGetItemRequest batch) {
            return Optional.<PartialBatch>of(new Reads(batch))
                    .filter(reads -> reads.size() > 1 && Batches.sound(batch, items));
        }
        return Optional.empty();
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
