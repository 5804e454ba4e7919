package dojo.lab.capacity;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * When partitions split, and where: for heat, between keys that share it, some time after it was noticed; for size, at once.
 * Not safe for use by several threads.
 */
final class Splits {

    private final CapacitySettings settings;
    private final boolean localIndexes;
    private final Consumer<String> told;
    private final Partitions partitions;

    /** @param told hears of splits, and of splits that would be useless, in a sentence each */
    Splits(CapacitySettings settings, boolean localIndexes, Consumer<String> told, Partitions partitions) {
        this.settings = settings;
        this.localIndexes = localIndexes;
        this.told = told;
        this.partitions = partitions;
    }

    /** Ends a minute of this partition; whether it has split. */
    boolean minute(Partition partition, long now) {
        boolean heat = false;
        for (Access access : Access.values()) {
            int hotMinutes = partition.flow(access).minute(settings.heatShare());
            boolean hot = hotMinutes >= settings.heatFor().toMinutes() && settings.adaptive();
            if (hot
                    && !heat
                    && !partition.splitting()
                    && partition.flow(access).samples().enough()) {
                heat = planSplit(partition, access, hotMinutes, now);
            }
        }
        if (partition.splitDue(now)) {
            split(partition, partition.cutHash(), partition.cutSort());
            partition.splitDone();
            return true;
        }
        return partition.bytes() > settings.partitionSize() && splitForSize(partition);
    }

    /** Between the keys of its latest writes if they say where, else in the middle of its hashes. */
    private boolean splitForSize(Partition partition) {
        Samples written = partition.flow(Access.WRITE).samples();
        if (written.enough() && written.split(localIndexes) instanceof HeatSplit.At at) {
            partitions.split(partition, at.hash(), at.sort(), 0.5);
        } else if (!partitions.halve(partition)) {
            return false;
        }
        told.accept(String.format(Locale.ROOT, "partition %d has split for its size", partition.id()));
        return true;
    }

    private boolean planSplit(Partition partition, Access access, int hotMinutes, long now) {
        HeatSplit plan = partition.flow(access).samples().split(localIndexes);
        if (plan instanceof HeatSplit.At at) {
            partition.splitAt(at.hash(), at.sort(), now + Capacity.micros(settings.splitTakes()));
            told.accept(String.format(
                    Locale.ROOT,
                    "partition %d will split for heat: the smaller part has %.0f %% of its %ss",
                    partition.id(),
                    100 * at.smallerShare(),
                    access.word()));
            return true;
        }
        if (hotMinutes == settings.heatFor().toMinutes()) {
            String why = ((HeatSplit.Useless) plan).reason().words();
            told.accept(String.format(Locale.ROOT, "partition %d is hot, and no split helps: %s", partition.id(), why));
        }
        return false;
    }

    private void split(Partition partition, long hash, long sort) {
        Partition next = partitions.after(partition);
        double width = unsigned(next == partition ? -1L : next.fromHash()) - unsigned(partition.fromHash());
        double behind = unsigned(next == partition ? -1L : next.fromHash()) - unsigned(hash);
        Partition upper = partitions.split(partition, hash, sort, width <= 0 ? 0.5 : behind / width);
        told.accept(String.format(
                Locale.ROOT, "partition %d has split for heat, its upper part is %d", partition.id(), upper.id()));
    }

    private static double unsigned(long hash) {
        return (hash >>> 1) * 2.0;
    }
}
