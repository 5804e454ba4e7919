package dojo.lab.item;

import dojo.lab.store.Store;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Keeps every item in memory, for a store that was empty when we opened it and that nobody else writes to.
 *
 * <p>Images then cost no reads. Safe for use by many threads.
 */
final class Shadow implements Memory {

    private final Map<String, Map<String, Map<String, AttributeValue>>> tables = new ConcurrentHashMap<>();

    @Override
    public Map<String, AttributeValue> current(ItemKey key, Store leader) {
        Map<String, Map<String, AttributeValue>> items = tables.get(TableShapes.name(key.table()));
        return items == null ? Map.of() : items.getOrDefault(key.canonical(), Map.of());
    }

    @Override
    public Collection<Map<String, AttributeValue>> all(String table, Store leader) {
        Map<String, Map<String, AttributeValue>> items = tables.get(TableShapes.name(table));
        return items == null ? List.of() : List.copyOf(items.values());
    }

    @Override
    public void note(ItemKey key, Map<String, AttributeValue> after) {
        Map<String, Map<String, AttributeValue>> items =
                tables.computeIfAbsent(TableShapes.name(key.table()), name -> new ConcurrentHashMap<>());
        if (after.isEmpty()) {
            items.remove(key.canonical());
        } else {
            items.put(key.canonical(), after);
        }
    }

    @Override
    public void drop(String table) {
        tables.remove(TableShapes.name(table));
    }
}
