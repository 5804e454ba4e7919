package dojo.lab.stream;

import dojo.lab.item.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A stretch of a stream: the changes of some keys for some hours, in order. Guarded by its {@link TableStream}. */
final class Shard {

    /**
     * A change in its place.
     *
     * @param sequence its sequence number
     * @param visible from when it can be read
     */
    record Entry(long sequence, Change change, Instant visible) {}

    private final String id;
    private final Optional<String> parent;
    private final Instant opened;
    private final long first;
    private final TreeMap<Long, Entry> entries = new TreeMap<>();
    /** Every number up to this one is gone. */
    private long trimmed;

    private Instant lastVisible = Instant.MIN;
    private @Nullable Instant closed;
    private long last = Long.MAX_VALUE;

    Shard(String id, Optional<String> parent, Instant opened, long first) {
        this.id = id;
        this.parent = parent;
        this.opened = opened;
        this.first = first;
        trimmed = first - 1;
    }

    String id() {
        return id;
    }

    Optional<String> parent() {
        return parent;
    }

    Instant opened() {
        return opened;
    }

    /** The number that it was opened with. */
    long first() {
        return first;
    }

    /** The number that it was closed with, unless it is open. */
    Optional<Long> last() {
        return isOpen() ? Optional.empty() : Optional.of(last);
    }

    boolean isOpen() {
        return closed == null;
    }

    /** Whether all that it ever held is gone. */
    boolean isGone(Instant now, Duration retention) {
        return closed != null && !now.isBefore(closed.plus(retention));
    }

    void close(Instant now, long number) {
        closed = now;
        last = number;
    }

    /** Adds a change; it cannot be read before one that came before it. */
    Instant append(long sequence, Change change, Instant visible) {
        lastVisible = visible.isAfter(lastVisible) ? visible : lastVisible;
        entries.put(sequence, new Entry(sequence, change, lastVisible));
        return lastVisible;
    }

    void trim(Instant now, Duration retention) {
        while (!entries.isEmpty()
                && !now.isBefore(entries.firstEntry().getValue().change().at().plus(retention))) {
            trimmed = entries.pollFirstEntry().getKey();
        }
    }

    /** Every record up to this number is gone. */
    long trimmed() {
        return trimmed;
    }

    /** The number of the last record that can be read by now, or the one before the first. */
    long latest(Instant now) {
        long latest = trimmed;
        for (Map.Entry<Long, Entry> entry : entries.descendingMap().entrySet()) {
            if (!entry.getValue().visible().isAfter(now)) {
                return entry.getKey();
            }
        }
        return latest;
    }

    Collection<Entry> after(long sequence) {
        return entries.tailMap(sequence, false).values();
    }
}
