package dojo.lab.replication;

import dojo.lab.item.ItemKey;
import dojo.lab.item.Items;
import dojo.lab.law.Call;
import dojo.lab.law.Next;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * Serves batches of reads, of which some parts may be stale.
 *
 * <p>The leader is asked for the whole first: a batch is refused as a whole. Then the stale parts are asked of a copy.
 */
record StaleBatch(Items items, Replicas replicas, Lookalikes lookalikes) {

    AwsResponse get(BatchGetItemRequest batch, Call call, Next next) {
        Map<String, View> views = new LinkedHashMap<>();
        batch.requestItems().forEach((table, asked) -> {
            if (StaleReads.eventual(asked.consistentRead()) && !asked.keys().isEmpty()) {
                View view = replicas.view(call, Scope.items(table, asked.keys()));
                if (!view.isUpToDate()) {
                    views.put(table, view);
                }
            }
        });
        AwsResponse whole = next.answer(call);
        if (views.isEmpty()) {
            return whole;
        }
        Map<String, KeysAndAttributes> fresh = new LinkedHashMap<>(batch.requestItems());
        Map<String, KeysAndAttributes> stale = new LinkedHashMap<>();
        Map<Scope, View> scopes = new LinkedHashMap<>();
        views.forEach((table, view) -> {
            KeysAndAttributes asked = batch.requestItems()
                    .getOrDefault(table, KeysAndAttributes.builder().build());
            List<Map<String, AttributeValue>> missed = new ArrayList<>(asked.keys());
            missed.removeIf(key -> !view.images().containsKey(new ItemKey(table, key).canonical()));
            List<Map<String, AttributeValue>> others = new ArrayList<>(asked.keys());
            others.removeAll(missed);
            stale.put(table, asked.toBuilder().keys(missed).build());
            scopes.put(Scope.items(table, missed), view);
            if (others.isEmpty()) {
                fresh.remove(table);
            } else {
                fresh.put(table, asked.toBuilder().keys(others).build());
            }
        });
        BatchGetItemResponse fromCopy = (BatchGetItemResponse) lookalikes.answer(
                call.with(batch.toBuilder().requestItems(stale).build()), next, scopes);
        if (fresh.isEmpty()) {
            return fromCopy;
        }
        BatchGetItemResponse fromLeader = (BatchGetItemResponse)
                next.answer(call.with(batch.toBuilder().requestItems(fresh).build()));
        return merged(fromLeader, fromCopy);
    }

    AwsResponse execute(BatchExecuteStatementRequest batch, Call call, Next next) {
        List<Integer> places = new ArrayList<>();
        List<BatchStatementRequest> stale = new ArrayList<>();
        Map<Scope, View> scopes = new LinkedHashMap<>();
        for (int i = 0; i < batch.statements().size(); i++) {
            BatchStatementRequest statement = batch.statements().get(i);
            Optional<Scope> scope = Selected.by(statement.statement())
                    .filter(selected -> StaleReads.eventual(statement.consistentRead()))
                    .map(selected -> Scope.all(selected.table(), Optional.empty()));
            Optional<View> view = scope.map(of -> replicas.view(call, of)).filter(seen -> !seen.isUpToDate());
            if (view.isPresent()) {
                places.add(i);
                stale.add(statement);
                scopes.put(scope.orElseThrow(), view.get());
            }
        }
        AwsResponse whole = next.answer(call);
        if (stale.isEmpty()) {
            return whole;
        }
        BatchExecuteStatementResponse fromCopy = (BatchExecuteStatementResponse)
                lookalikes.answer(call.with(batch.toBuilder().statements(stale).build()), next, scopes);
        List<BatchStatementResponse> answers = new ArrayList<>(((BatchExecuteStatementResponse) whole).responses());
        for (int i = 0; i < places.size(); i++) {
            answers.set(places.get(i), fromCopy.responses().get(i));
        }
        return ((BatchExecuteStatementResponse) whole)
                .toBuilder().responses(answers).build();
    }

    private static BatchGetItemResponse merged(BatchGetItemResponse one, BatchGetItemResponse other) {
        Map<String, List<Map<String, AttributeValue>>> responses = new LinkedHashMap<>(one.responses());
        other.responses().forEach((table, found) -> responses.merge(table, found, StaleBatch::joined));
        Map<String, KeysAndAttributes> left = new LinkedHashMap<>(one.unprocessedKeys());
        other.unprocessedKeys()
                .forEach((table, keys) -> left.merge(
                        table,
                        keys,
                        (a, b) -> a.toBuilder().keys(joined(a.keys(), b.keys())).build()));
        return one.toBuilder().responses(responses).unprocessedKeys(left).build();
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        List<T> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }
}
