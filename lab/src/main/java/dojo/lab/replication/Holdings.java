package dojo.lab.replication;

import dojo.lab.item.IndexShape;
import dojo.lab.item.ItemKey;
import dojo.lab.item.Items;
import dojo.lab.item.TableShape;
import dojo.lab.store.Store;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The items of a scope as a replica holds them: those of the leader, except for what the replica misses. */
record Holdings(Items items, Store leader) {

    /**
     * More than this are not copied for one read: it would take seconds. The leader serves such a read.
     */
    static final int MOST = 5_000;

    /** The items by canonical key; nothing if there are too many to be copied. */
    Optional<Map<String, Map<String, AttributeValue>>> of(Scope scope, View view) {
        TableShape shape = items.shape(scope.table());
        Collection<Map<String, AttributeValue>> atLeader = atLeader(scope);
        if (atLeader.size() > MOST) {
            return Optional.empty();
        }
        Map<String, Map<String, AttributeValue>> held = new LinkedHashMap<>();
        for (Map<String, AttributeValue> item : atLeader) {
            String key = new ItemKey(scope.table(), shape.keyOf(item)).canonical();
            if (scope.covers(key, item)) {
                held.put(key, scope.seen(item));
            }
        }
        view.images().forEach((key, image) -> {
            if (scope.covers(key, image)) {
                held.put(key, scope.seen(image));
            } else {
                held.remove(key);
            }
        });
        return Optional.of(held);
    }

    private Collection<Map<String, AttributeValue>> atLeader(Scope scope) {
        if (!scope.keys().isEmpty()) {
            // Only keys that the replica sees in its own way are asked for: their images are in the view.
            return List.of();
        }
        return scope.partition().isEmpty() ? items.all(scope.table()) : collection(scope);
    }

    private List<Map<String, AttributeValue>> collection(Scope scope) {
        List<Map<String, AttributeValue>> found = new ArrayList<>();
        QueryRequest.Builder query = query(scope);
        @Nullable Map<String, AttributeValue> from = null;
        do {
            QueryResponse page =
                    (QueryResponse) leader.execute(query.exclusiveStartKey(from).build());
            found.addAll(page.items());
            from = page.lastEvaluatedKey();
        } while (!from.isEmpty() && found.size() <= MOST);
        return found;
    }

    private static QueryRequest.Builder query(Scope scope) {
        List<String> conditions = new ArrayList<>();
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        scope.partition().forEach((name, value) -> {
            int part = conditions.size();
            conditions.add("#k" + part + " = :v" + part);
            names.put("#k" + part, name);
            values.put(":v" + part, value);
        });
        return QueryRequest.builder()
                .tableName(scope.table())
                .indexName(scope.index().map(IndexShape::name).orElse(null))
                .consistentRead(scope.index().isEmpty())
                .keyConditionExpression(String.join(" AND ", conditions))
                .expressionAttributeNames(names)
                .expressionAttributeValues(values);
    }
}
