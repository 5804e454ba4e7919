package dojo.lab.conflict;

import dojo.lab.item.Change;
import dojo.lab.item.ItemKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which items are prepared by whom, and when items were last written.
 *
 * <p>Safe for use by many threads.
 */
final class Ledger {

    /** Much longer than a transaction is under way: what was written before that is in nobody's way. */
    private static final Duration MEMORY = Duration.ofMinutes(5);
    /** A virtual clock may stand still while any number of items is written. */
    private static final int MOST = 100_000;

    /** The last write of an item. */
    private record Write(long sequence, Instant at, Instant timestamp) {}

    private final Map<String, Transaction> prepared = new HashMap<>();
    /** The longest unwritten first. */
    private final Map<String, Write> writes = new LinkedHashMap<>();

    private long latest;

    /** Notes a change of any cause; one by a transaction counts with that transaction's timestamp. */
    synchronized void note(Change change) {
        String item = change.itemKey().canonical();
        Transaction holder = prepared.get(item);
        Instant timestamp = holder == null ? change.at() : holder.timestamp();
        writes.remove(item);
        writes.put(item, new Write(change.sequence(), change.at(), timestamp));
        latest = Math.max(latest, change.sequence());
        forget(change.at().minus(MEMORY));
    }

    private void forget(Instant before) {
        Iterator<Write> oldest = writes.values().iterator();
        while (oldest.hasNext() && (oldest.next().at().isBefore(before) || writes.size() > MOST)) {
            oldest.remove();
        }
    }

    /**
     * Prepares all these items, or none of them if one is in the way.
     *
     * @param items of each action, in their order; empty where it is not known
     * @return for each action what is in its way
     */
    synchronized List<Optional<String>> prepare(Transaction transaction, List<Optional<ItemKey>> items) {
        List<Optional<String>> obstacles = new ArrayList<>();
        for (Optional<ItemKey> item : items) {
            obstacles.add(item.flatMap(key -> obstacle(transaction, key.canonical())));
        }
        if (obstacles.stream().allMatch(Optional::isEmpty)) {
            items.forEach(item -> item.ifPresent(key -> prepared.put(key.canonical(), transaction)));
        }
        return obstacles;
    }

    private Optional<String> obstacle(Transaction transaction, String item) {
        Transaction holder = prepared.get(item);
        if (holder != null) {
            return Optional.of("is prepared by " + holder.words());
        }
        Write last = writes.get(item);
        return last != null && last.timestamp().isAfter(transaction.timestamp())
                ? Optional.of("was written at " + last.timestamp() + ", later than this transaction's timestamp "
                        + transaction.timestamp())
                : Optional.empty();
    }

    /** Forgets what this transaction has prepared. */
    synchronized void release(Transaction transaction, Collection<Optional<ItemKey>> items) {
        items.forEach(item -> item.ifPresent(key -> prepared.remove(key.canonical(), transaction)));
    }

    /** Who has prepared the item, in words. */
    synchronized Optional<String> holder(ItemKey item) {
        return Optional.ofNullable(prepared.get(item.canonical())).map(Transaction::words);
    }

    /** The place of the latest change so far. */
    synchronized long latest() {
        return latest;
    }

    /** What keeps a transaction from reading these items, given the latest change when it began; one for each item. */
    synchronized List<Optional<String>> changed(List<Optional<ItemKey>> items, long since) {
        return items.stream()
                .map(item -> item.flatMap(key -> changed(key.canonical(), since)))
                .toList();
    }

    private Optional<String> changed(String item, long since) {
        Transaction holder = prepared.get(item);
        if (holder != null) {
            return Optional.of("is prepared by " + holder.words());
        }
        @Nullable Write last = writes.get(item);
        return last != null && last.sequence() > since
                ? Optional.of("was written at " + last.at() + ", between the two phases of this transaction")
                : Optional.empty();
    }
}
