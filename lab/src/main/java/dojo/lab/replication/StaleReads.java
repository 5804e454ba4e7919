package dojo.lab.replication;

import dojo.lab.item.IndexShape;
import dojo.lab.item.ItemKey;
import dojo.lab.item.Items;
import dojo.lab.item.Queried;
import dojo.lab.law.Call;
import dojo.lab.law.Next;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * Serves the eventually consistent reads, each as its replica sees the items; all other requests are the leader's.
 *
 * <p>Safe for use by many threads.
 */
final class StaleReads {

    private final Items items;
    private final Replicas replicas;
    private final Lookalikes lookalikes;

    StaleReads(Items items, Replicas replicas, Lookalikes lookalikes) {
        this.items = items;
        this.replicas = replicas;
        this.lookalikes = lookalikes;
    }

    AwsResponse answer(Call call, Next next) {
        AwsRequest request = call.request();
        if (request instanceof GetItemRequest get && eventual(get.consistentRead()) && get.tableName() != null) {
            return get(get, call, next);
        }
        if (request instanceof QueryRequest query && eventual(query.consistentRead()) && query.tableName() != null) {
            return page(collection(query), call, next);
        }
        if (request instanceof ScanRequest scan && eventual(scan.consistentRead()) && scan.tableName() != null) {
            return page(Scope.all(scan.tableName(), global(scan.tableName(), scan.indexName())), call, next);
        }
        if (request instanceof BatchGetItemRequest batch) {
            return new StaleBatch(items, replicas, lookalikes).get(batch, call, next);
        }
        if (request instanceof ExecuteStatementRequest statement && eventual(statement.consistentRead())) {
            return Selected.by(statement.statement())
                    .map(selected -> page(scope(selected), call, next))
                    .orElseGet(() -> next.answer(call));
        }
        if (request instanceof BatchExecuteStatementRequest batch) {
            return new StaleBatch(items, replicas, lookalikes).execute(batch, call, next);
        }
        return next.answer(call);
    }

    private AwsResponse get(GetItemRequest get, Call call, Next next) {
        if (isRefused(get)) {
            return next.answer(call);
        }
        Scope scope = Scope.items(get.tableName(), List.of(get.key()));
        View view = replicas.view(call, scope);
        if (view.isUpToDate()) {
            return next.answer(call);
        }
        if (get.projectionExpression() == null && !get.hasAttributesToGet() && !get.hasExpressionAttributeNames()) {
            Map<String, AttributeValue> image =
                    view.images().getOrDefault(new ItemKey(get.tableName(), get.key()).canonical(), Map.of());
            return GetItemResponse.builder()
                    .item(image.isEmpty() ? null : image)
                    .build();
        }
        return lookalikes.answer(call, next, Map.of(scope, view));
    }

    /** What the store is going to refuse must reach it: an image is found by the values of a key alone. */
    private boolean isRefused(GetItemRequest get) {
        return !get.key()
                .keySet()
                .equals(Set.copyOf(items.shape(get.tableName()).key()));
    }

    private AwsResponse page(Scope scope, Call call, Next next) {
        View view = replicas.view(call, scope);
        return view.isUpToDate() ? next.answer(call) : lookalikes.answer(call, next, Map.of(scope, view));
    }

    private Scope collection(QueryRequest query) {
        Optional<IndexShape> index = global(query.tableName(), query.indexName());
        List<String> partitionKey = index.map(IndexShape::partitionKey)
                .orElseGet(() -> items.shape(query.tableName()).partitionKey());
        return Scope.collection(query.tableName(), index, Queried.partition(query, partitionKey));
    }

    private Scope scope(Selected selected) {
        return Scope.all(
                selected.table(), global(selected.table(), selected.index().isEmpty() ? null : selected.index()));
    }

    private Optional<IndexShape> global(String table, @Nullable String index) {
        return items.index(table, index).filter(found -> found.kind() == IndexShape.Kind.GLOBAL);
    }

    static boolean eventual(@Nullable Boolean consistentRead) {
        return !Boolean.TRUE.equals(consistentRead);
    }
}
