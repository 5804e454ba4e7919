package dojo.session.cache;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts the writes of each partition, so that a read which began before a write is not kept after it.
 *
 * <p>Many partitions share a counter: a read may be dropped for a stranger's write, never kept in spite of its own.
 * Thread-safe.
 */
final class Fences {
    private static final int STRIPES = 4_096;

    private final AtomicLongArray counts = new AtomicLongArray(STRIPES);

    long count(Partition partition) {
        return counts.get(stripe(partition));
    }

    long raise(Partition partition) {
        return counts.incrementAndGet(stripe(partition));
    }

    private static int stripe(Partition partition) {
        int hash = partition.hashCode();
        return (hash ^ (hash >>> 16)) & (STRIPES - 1);
    }
}
