package dojo.lab.capacity;

/**
 * How hot a partition is: a snapshot.
 *
 * @param partition its number; the lower part of a split keeps it
 * @param fromHash the first hash it holds, unsigned; its first item collection may have begun in the partition before
 * @param toHash the last hash it holds, unsigned
 * @param readUnits read units a second, over about the last ten seconds
 * @param writeUnits likewise
 * @param hottestKey the hash of the partition key that takes most of the busier kind of access
 * @param hottestShare its part of that access, from 0 to 1
 * @param throttles refusals so far
 * @param bytes the size of its items
 * @param items how many it holds
 */
public record PartitionHeat(
        int partition,
        long fromHash,
        long toHash,
        double readUnits,
        double writeUnits,
        long hottestKey,
        double hottestShare,
        long throttles,
        long bytes,
        long items) {

    static PartitionHeat of(Partition partition, Partition next, double partOfTick, double tickSeconds) {
        Flow reads = partition.flow(Access.READ);
        Flow writes = partition.flow(Access.WRITE);
        double readUnits = reads.rate(partOfTick, tickSeconds);
        double writeUnits = writes.rate(partOfTick, tickSeconds);
        // A partition can serve three times as many read units as write units.
        Samples busier = 3 * writeUnits >= readUnits ? writes.samples() : reads.samples();
        return new PartitionHeat(
                partition.id(),
                partition.fromHash(),
                last(partition, next),
                readUnits,
                writeUnits,
                busier.hottest(),
                busier.hottestShare(),
                reads.throttles() + writes.throttles(),
                partition.bytes(),
                partition.items());
    }

    private static long last(Partition partition, Partition next) {
        if (next == partition) {
            return -1L;
        }
        // A cut inside an item collection leaves its hash to both parts.
        return next.fromSort() == Long.MIN_VALUE ? next.fromHash() - 1 : next.fromHash();
    }
}
