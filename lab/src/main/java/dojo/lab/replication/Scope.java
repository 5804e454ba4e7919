package dojo.lab.replication;

import dojo.lab.item.IndexShape;
import dojo.lab.item.ItemKey;
import dojo.lab.item.TableShapes;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * All items that a read can meet.
 *
 * @param table the bare name of the table
 * @param index the global index that is read; none for the table itself and for its local indexes, which are part of it
 * @param keys the only items asked for, in canonical form; empty if they are not asked for by key
 * @param partition the item collection asked for; empty for a whole table or index
 */
record Scope(String table, Optional<IndexShape> index, Set<String> keys, Map<String, AttributeValue> partition) {

    /** The table or the index as a whole. */
    static Scope all(String table, Optional<IndexShape> index) {
        return new Scope(TableShapes.name(table), index, Set.of(), Map.of());
    }

    /** One item collection of the table or of the index; the whole of it if the partition key is not known. */
    static Scope collection(String table, Optional<IndexShape> index, Map<String, AttributeValue> partition) {
        return new Scope(TableShapes.name(table), index, Set.of(), partition);
    }

    /** Items of the table by their keys, of which there is at least one. */
    static Scope items(String table, Collection<Map<String, AttributeValue>> keys) {
        Set<String> canonical = new LinkedHashSet<>();
        keys.forEach(key -> canonical.add(new ItemKey(table, key).canonical()));
        return new Scope(TableShapes.name(table), Optional.empty(), canonical, Map.of());
    }

    /** Whether the item, as it is given, is among them; never if there is no item. */
    boolean covers(String key, Map<String, AttributeValue> item) {
        if (item.isEmpty() || (!keys.isEmpty() && !keys.contains(key)) || !shown(item)) {
            return false;
        }
        return partition.entrySet().stream().allMatch(part -> same(part.getValue(), item.get(part.getKey())));
    }

    /** The item as a reader of the table or of the index can see it. */
    Map<String, AttributeValue> seen(Map<String, AttributeValue> item) {
        return index.map(from -> from.entry(item)).orElse(item);
    }

    /** Where the reader stands, once for a call. */
    List<String> place() {
        return List.of(ReplicationLaw.NAME, table, index.map(IndexShape::name).orElse(""));
    }

    /** What chance depends on: what is asked for, and nothing that others do. */
    String dice() {
        return keys.isEmpty() ? new ItemKey(table, partition).canonical() : String.join("\n", keys);
    }

    private boolean shown(Map<String, AttributeValue> item) {
        return index.isEmpty() || item.keySet().containsAll(index.get().key());
    }

    private static boolean same(AttributeValue asked, @Nullable AttributeValue found) {
        if (found == null || asked.equals(found)) {
            return found != null;
        }
        try {
            return asked.n() != null
                    && found.n() != null
                    && new BigDecimal(asked.n()).compareTo(new BigDecimal(found.n())) == 0;
        } catch (NumberFormatException e) {
            // Not a number: the store will say so.
            return false;
        }
    }
}
