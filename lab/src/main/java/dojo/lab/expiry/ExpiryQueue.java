package dojo.lab.expiry;

import dojo.lab.item.ItemKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/** Which item is deleted when, unless it changes first. Safe for use by many threads. */
final class ExpiryQueue {

    /**
     * One deletion to come.
     *
     * @param attribute the attribute that says when the item expires
     * @param number its value as it was written
     */
    record Entry(ItemKey key, String attribute, String number, Instant expiry, Instant due) {}

    private record Place(Entry entry, long order) {}

    private final Map<String, Place> current = new HashMap<>();
    /** Holds places that were taken back as well: finding one here would take a walk through all. */
    private final PriorityQueue<Place> byTime = new PriorityQueue<>(
            Comparator.comparing((Place place) -> place.entry().due()).thenComparingLong(Place::order));

    private long added;

    synchronized void put(Entry entry) {
        Place place = new Place(entry, added++);
        current.put(entry.key().canonical(), place);
        byTime.add(place);
    }

    synchronized void remove(ItemKey key) {
        current.remove(key.canonical());
        // Rewriting the same items for ever must not fill the memory with places that nobody wants.
        if (byTime.size() > 2 * current.size() + 1_000) {
            byTime.removeIf(place -> !isCurrent(place));
        }
    }

    synchronized void removeTable(String table) {
        current.values().removeIf(place -> place.entry().key().table().equals(table));
        byTime.removeIf(place -> !isCurrent(place));
    }

    synchronized Optional<Entry> of(ItemKey key) {
        return Optional.ofNullable(current.get(key.canonical())).map(Place::entry);
    }

    /** Takes the first one out that is due by then. */
    synchronized Optional<Entry> takeDue(Instant by) {
        Optional<Entry> first = first().filter(entry -> !entry.due().isAfter(by));
        first.ifPresent(entry -> {
            byTime.remove();
            current.remove(entry.key().canonical());
        });
        return first;
    }

    /** When the first one is due. */
    synchronized Optional<Instant> nextDue() {
        return first().map(Entry::due);
    }

    /** Those that expired before then, in the order in which they would be deleted. */
    synchronized List<Entry> expiredBefore(Instant time) {
        return byTime.stream()
                .filter(this::isCurrent)
                .sorted(byTime.comparator())
                .map(Place::entry)
                .filter(entry -> entry.expiry().isBefore(time))
                .toList();
    }

    private Optional<Entry> first() {
        while (!byTime.isEmpty() && !isCurrent(byTime.element())) {
            byTime.remove();
        }
        return Optional.ofNullable(byTime.peek()).map(Place::entry);
    }

    private boolean isCurrent(Place place) {
        return place.equals(current.get(place.entry().key().canonical()));
    }
}
