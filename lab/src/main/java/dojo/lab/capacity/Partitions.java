package dojo.lab.capacity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The partitions of a table or an index, in the order of their places. They split, and never merge.
 *
 * @see <a href="https://aws.amazon.com/blogs/database/part-3-scaling-dynamodb-how-partitions-hot-keys-and-split-for-heat-impact-performance/">
 *     How partitions, hot keys, and split for heat impact performance</a>
 */
final class Partitions {

    /** Makes the two flows of a new partition. */
    interface Flows {
        Flow of(Access access, int partition);
    }

    /** A part in 65,536 of all hashes. */
    private static final int SLIVER = 48;

    private final Flows flows;
    /** By id: an id stays with the lower part of a split, so that whoever holds one never misses. */
    private final List<Partition> byId = new ArrayList<>();
    /** Where partitions begin, in order. The sign of a hash is flipped, so that signed order is the order of places. */
    private long[] hashes = new long[8];

    private long[] sorts = new long[8];
    private Partition[] ordered = new Partition[8];
    private int count;

    Partitions(int wanted, Flows flows) {
        this.flows = flows;
        long step = wanted == 1 ? 0 : Long.divideUnsigned(-1L, wanted) + 1;
        for (int i = 0; i < wanted; i++) {
            add(step * i, Long.MIN_VALUE, 1.0 / wanted);
        }
    }

    int count() {
        return count;
    }

    /** The id of the partition that holds this place. */
    int find(long hash, long sort) {
        long flipped = hash ^ Long.MIN_VALUE;
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            boolean begun = hashes[middle] < flipped || (hashes[middle] == flipped && sorts[middle] <= sort);
            if (begun) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return ordered[low].id();
    }

    Partition get(int id) {
        return byId.get(id);
    }

    /** All of them in the order of their places; a copy, which splits do not disturb. */
    List<Partition> inOrder() {
        return List.of(Arrays.copyOf(ordered, count));
    }

    /** The partition that begins where this one ends, or this one if it is the last. */
    Partition after(Partition partition) {
        int i = placeOf(partition);
        return i + 1 < count ? ordered[i + 1] : partition;
    }

    /** Gives each its share of these units a second, and of the burst that is kept for so many seconds. */
    void allocate(double readUnits, double writeUnits, double burstSeconds, long now) {
        for (Partition partition : inOrder()) {
            double reads = readUnits * partition.share();
            double writes = writeUnits * partition.share();
            partition.flow(Access.READ).allocate(reads, reads * burstSeconds, now);
            partition.flow(Access.WRITE).allocate(writes, writes * burstSeconds, now);
        }
    }

    /** Cuts each partition in the middle of its hashes. */
    void doubleAll() {
        inOrder().forEach(this::halve);
    }

    /** Cuts in the middle of the hashes; false if the partition is a sliver already, which cutting would not empty. */
    boolean halve(Partition partition) {
        Partition next = after(partition);
        long width = (next == partition ? 0 : next.fromHash()) - partition.fromHash();
        long half = width == 0 && next == partition && partition.fromHash() == 0 ? Long.MIN_VALUE : width >>> 1;
        if (half >>> SLIVER == 0) {
            return false;
        }
        split(partition, partition.fromHash() + half, Long.MIN_VALUE, 0.5);
        return true;
    }

    /** Makes what lies at or behind the cut a partition of its own, with this part of the size and the allocation. */
    Partition split(Partition lower, long hash, long sort, double partOfSize) {
        Partition upper = add(hash, sort, lower.share() / 2);
        lower.share(lower.share() / 2);
        long bytes = (long) (lower.bytes() * partOfSize);
        long items = (long) (lower.items() * partOfSize);
        lower.stored(-bytes, -items);
        upper.stored(bytes, items);
        for (Access access : Access.values()) {
            lower.flow(access).split(hash, sort, upper.flow(access));
        }
        return upper;
    }

    private Partition add(long hash, long sort, double share) {
        int id = byId.size();
        Partition added = new Partition(id, hash, sort, share, flows.of(Access.READ, id), flows.of(Access.WRITE, id));
        byId.add(added);
        if (count == ordered.length) {
            hashes = Arrays.copyOf(hashes, 2 * count);
            sorts = Arrays.copyOf(sorts, 2 * count);
            ordered = Arrays.copyOf(ordered, 2 * count);
        }
        int i = count == 0 ? 0 : placeOf(get(find(hash, sort))) + 1;
        System.arraycopy(hashes, i, hashes, i + 1, count - i);
        System.arraycopy(sorts, i, sorts, i + 1, count - i);
        System.arraycopy(ordered, i, ordered, i + 1, count - i);
        hashes[i] = hash ^ Long.MIN_VALUE;
        sorts[i] = sort;
        ordered[i] = added;
        count++;
        return added;
    }

    private int placeOf(Partition partition) {
        int i = 0;
        while (ordered[i] != partition) {
            i++;
        }
        return i;
    }
}
