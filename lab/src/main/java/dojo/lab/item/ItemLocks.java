package dojo.lab.item;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One writer at a time for each item. Safe for use by many threads. */
final class ItemLocks {

    private static final int STRIPES = 256;

    private final List<ReentrantLock> stripes;
    private final ReadWriteLock whole = new ReentrantReadWriteLock();

    ItemLocks() {
        this(ReentrantLock::new);
    }

    /** Over locks of the caller's making, so that a test can see who waits. */
    ItemLocks(Supplier<ReentrantLock> lock) {
        stripes = Stream.generate(lock).limit(STRIPES).toList();
    }

    /** Keeps other writers of these items out until the answer is released. */
    Held hold(Collection<ItemKey> keys) {
        // Sorted, so that two requests over the same items cannot each hold what the other waits for.
        List<ReentrantLock> needed = keys.stream()
                .map(ItemLocks::stripe)
                .distinct()
                .sorted()
                .map(stripes::get)
                .toList();
        whole.readLock().lock();
        needed.forEach(ReentrantLock::lock);
        return () -> {
            needed.forEach(ReentrantLock::unlock);
            whole.readLock().unlock();
        };
    }

    /** Keeps every other writer out, for a request that does not tell which items it writes. */
    Held holdAll() {
        whole.writeLock().lock();
        return whole.writeLock()::unlock;
    }

    static int stripe(ItemKey key) {
        return Math.floorMod(key.canonical().hashCode(), STRIPES);
    }

    /** Locks that were taken. */
    interface Held {
        void release();
    }
}
