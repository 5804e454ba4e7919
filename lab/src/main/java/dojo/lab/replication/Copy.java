package dojo.lab.replication;

import dojo.lab.item.IndexShape;
import dojo.lab.item.TableShape;
import dojo.lab.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * A store of its own in which items are laid out as a replica sees them, in tables of the same names and keys, so that
 * a request needs no translation, and paging, filters, order and refusals are those of the store.
 *
 * <p>Used by one thread at a time.
 */
final class Copy {

    /** Items of other collections, which no request meets, are cleared away beyond this number. */
    private static final int MOST_LEFTOVERS = 10_000;

    private static final int REFUSED = 400;

    private final Store store;
    private final Map<String, Laid> tables = new HashMap<>();

    Copy(Store store) {
        this.store = store;
    }

    Store store() {
        return store;
    }

    /** Whether the table is laid out here with this index, or with its own key alone. */
    boolean holds(String table, Optional<IndexShape> index) {
        Laid laid = tables.get(table);
        return laid != null && laid.index().equals(index);
    }

    /** Whether there is no table of this name yet. */
    boolean lacks(String table) {
        return !tables.containsKey(table);
    }

    /**
     * Makes the items of the scope those given, and no others.
     *
     * @param shape the table at the leader; a table created anew has another one
     * @param items by canonical key
     */
    void lay(Scope scope, TableShape shape, Map<String, Map<String, AttributeValue>> items, Definition definition) {
        Laid laid = tables.get(scope.table());
        if (laid == null || !laid.fits(scope, shape) || laid.items().size() > MOST_LEFTOVERS) {
            laid = create(scope, shape, laid, definition);
        }
        List<String> surplus = new ArrayList<>();
        laid.items().forEach((key, item) -> {
            if (!items.containsKey(key) && scope.covers(key, item)) {
                surplus.add(key);
            }
        });
        for (String key : surplus) {
            delete(scope.table(), shape.keyOf(laid.items().getOrDefault(key, Map.of())));
            laid.items().remove(key);
        }
        for (Map.Entry<String, Map<String, AttributeValue>> wanted : items.entrySet()) {
            if (!wanted.getValue().equals(laid.items().get(wanted.getKey()))) {
                put(scope.table(), wanted.getValue());
                laid.items().put(wanted.getKey(), wanted.getValue());
            }
        }
    }

    void close() {
        store.close();
    }

    private Laid create(Scope scope, TableShape shape, @Nullable Laid before, Definition definition) {
        if (before != null) {
            store.execute(DeleteTableRequest.builder().tableName(scope.table()).build());
            tables.remove(scope.table());
        }
        store.execute(definition.of(scope.table(), scope.index()));
        Laid laid = new Laid(shape, scope.index(), new HashMap<>());
        tables.put(scope.table(), laid);
        return laid;
    }

    private void put(String table, Map<String, AttributeValue> item) {
        try {
            store.execute(PutItemRequest.builder().tableName(table).item(item).build());
        } catch (DynamoDbException e) {
            if (e.statusCode() != REFUSED) {
                throw e;
            }
            // An attribute of another type than the index key wants: written before there was the index, and not in it.
        }
    }

    private void delete(String table, Map<String, AttributeValue> key) {
        store.execute(DeleteItemRequest.builder().tableName(table).key(key).build());
    }

    /** A table as it is laid out. */
    private record Laid(TableShape shape, Optional<IndexShape> index, Map<String, Map<String, AttributeValue>> items) {

        /** By identity: a table that was deleted and created again may look the same, and have keys of other types. */
        @SuppressWarnings("ReferenceEquality")
        boolean fits(Scope scope, TableShape current) {
            return shape == current && index.equals(scope.index());
        }
    }
}
