package dojo.lab.region;

import dojo.lab.item.ItemKey;
import dojo.lab.item.TableShapes;
import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/**
 * The version of each item of the global tables of one Region, deleted items included.
 *
 * <p>Written under the lock of the item. Safe for use by many threads.
 */
final class Versions {

    @Fidelity(
            level = Level.OUR_MODEL,
            says = "The version of a deleted item is kept for a minute, and as long as anything is under way to its"
                    + " Region, so that no older write brings the item back.")
    static final Duration TOMBSTONES_KEPT = Duration.ofMinutes(1);

    private record Tombstone(ItemKey key, Version version, Instant noted) {

        String table() {
            return TableShapes.name(key.table());
        }
    }

    private final Map<String, Map<String, Version>> tables = new ConcurrentHashMap<>();
    private final Deque<Tombstone> tombstones = new ConcurrentLinkedDeque<>();

    /** The version of the item, or of its deletion; null if nothing is known of it. */
    @Nullable
    Version of(ItemKey key) {
        Map<String, Version> items = tables.get(TableShapes.name(key.table()));
        return items == null ? null : items.get(key.canonical());
    }

    /** Notes the version of the item as it is now. */
    void note(ItemKey key, Version version, boolean deleted, Instant now) {
        tables.computeIfAbsent(TableShapes.name(key.table()), name -> new ConcurrentHashMap<>())
                .put(key.canonical(), version);
        if (deleted) {
            tombstones.addLast(new Tombstone(key, version, now));
        }
    }

    /** Forgets the deletions noted before, unless the item was written again. */
    void forgetTombstones(Instant before) {
        Tombstone oldest = tombstones.peekFirst();
        while (oldest != null && oldest.noted().isBefore(before)) {
            if (tombstones.removeFirstOccurrence(oldest)) {
                Map<String, Version> items = tables.get(oldest.table());
                if (items != null) {
                    items.remove(oldest.key().canonical(), oldest.version());
                }
            }
            oldest = tombstones.peekFirst();
        }
    }

    /** Forgets a table that was deleted. */
    void drop(String table) {
        tables.remove(table);
        tombstones.removeIf(tombstone -> tombstone.table().equals(table));
    }

    /** The items of the table that were deleted not long ago, whatever became of them since. */
    List<ItemKey> deleted(String table) {
        return tombstones.stream()
                .filter(tombstone -> tombstone.table().equals(table))
                .map(Tombstone::key)
                .distinct()
                .toList();
    }
}
