package dojo.lab.replication;

import dojo.lab.item.ItemKey;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The pending changes of one table: a chain for each item, the oldest first. Guarded by the backlog it belongs to. */
final class Chains {

    /** Of a table of which nothing is pending; never added to. */
    static final Chains NONE = new Chains();

    private final Map<String, Deque<Pending>> items = new LinkedHashMap<>();
    private final Map<String, Set<String>> collections = new HashMap<>();

    /** The chain of the item of this canonical key; empty if there is none. */
    Deque<Pending> of(String key) {
        return items.getOrDefault(key, new ArrayDeque<>(0));
    }

    /** The chains that a read of this scope can meet, and perhaps some others. */
    Collection<Deque<Pending>> in(Scope scope) {
        if (!scope.keys().isEmpty()) {
            return chains(scope.keys());
        }
        if (scope.index().isPresent() || scope.partition().isEmpty()) {
            return items.values();
        }
        return chains(collections.getOrDefault(new ItemKey(scope.table(), scope.partition()).canonical(), Set.of()));
    }

    void add(Pending pending) {
        items.computeIfAbsent(pending.key(), key -> new ArrayDeque<>()).addLast(pending);
        collections
                .computeIfAbsent(pending.partition(), partition -> new LinkedHashSet<>())
                .add(pending.key());
    }

    void remove(Pending pending) {
        Deque<Pending> chain = of(pending.key());
        chain.remove(pending);
        if (chain.isEmpty()) {
            items.remove(pending.key());
            Set<String> collection = collections.getOrDefault(pending.partition(), new LinkedHashSet<>());
            collection.remove(pending.key());
            if (collection.isEmpty()) {
                collections.remove(pending.partition());
            }
        }
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    private List<Deque<Pending>> chains(Set<String> keys) {
        return keys.stream().map(items::get).filter(Objects::nonNull).toList();
    }
}
