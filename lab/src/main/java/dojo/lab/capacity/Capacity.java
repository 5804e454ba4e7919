package dojo.lab.capacity;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * The throughput of one table, or of one global secondary index, decided on numbers alone.
 *
 * <p>Two steps, since what a request costs is known only once it ran: {@link #admit} asks before, {@link #settle} takes
 * the units after, if need be into debt. Neither allocates. Times are microseconds since the epoch, and must not run
 * backwards. Not safe for use by several threads.
 *
 * @see <a href="https://www.usenix.org/conference/atc22/presentation/elhemali">Amazon DynamoDB: a scalable, predictably
 *     performant, and fully managed NoSQL database service, USENIX ATC 2022</a>
 */
public final class Capacity {

    private static final long SECOND = 1_000_000;
    private static final long TICK = 10 * SECOND;
    private static final long MINUTE = 60 * SECOND;

    private final CapacitySettings settings;
    private final Consumer<String> told;
    private final Allowance reads;
    private final Allowance writes;
    private final AutoScaling scaling;
    private final Decreases decreases;
    private final Partitions partitions;
    private final Splits splits;
    private long nextTick;

    private Capacity(CapacitySettings settings, boolean localIndexes, Consumer<String> told, int wanted, long now) {
        this.settings = settings;
        this.told = told;
        reads = new Allowance(settings, Access.READ, now);
        writes = new Allowance(settings, Access.WRITE, now);
        scaling = new AutoScaling(micros(settings.autoScalingTakes()));
        decreases = new Decreases(now);
        nextTick = now - Math.floorMod(now, TICK) + TICK;
        partitions = new Partitions(wanted, (access, id) -> Flow.of(settings, access, id, now));
        splits = new Splits(settings, localIndexes, told, partitions);
    }

    /**
     * A new table or index with provisioned throughput, in as few partitions as can give it.
     *
     * @param localIndexes whether it is a table with a local secondary index, whose item collections stay in one piece
     * @param told hears of splits, and of splits that would be useless, in a sentence each
     */
    public static Capacity provisioned(
            CapacitySettings settings,
            double readUnits,
            double writeUnits,
            boolean localIndexes,
            Consumer<String> told,
            long now) {
        int wanted = settings.partitionsFor(readUnits, writeUnits);
        Capacity capacity = new Capacity(settings, localIndexes, told, wanted, now);
        capacity.provision(readUnits, writeUnits, now);
        return capacity;
    }

    /**
     * A new table or index on demand.
     *
     * @param readMaximum the units a second that its owner allows at most; infinite for no such limit
     * @param writeMaximum likewise
     */
    public static Capacity onDemand(
            CapacitySettings settings,
            double readMaximum,
            double writeMaximum,
            boolean localIndexes,
            Consumer<String> told,
            long now) {
        int wanted = settings.partitionsFor(settings.onDemandStart(Access.READ), settings.onDemandStart(Access.WRITE));
        Capacity capacity = new Capacity(settings, localIndexes, told, wanted, now);
        capacity.switchToOnDemand(readMaximum, writeMaximum, now);
        return capacity;
    }

    static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }

    /** The partition that holds the items at this place: the hash of the partition key, then the place of the sort key. */
    public int partition(long hash, long sort) {
        return partitions.find(hash, sort);
    }

    /** Asks whether a request to this partition may go ahead now. */
    public Admission admit(Access access, int partition, long now) {
        passTo(now);
        Flow flow = partitions.get(partition).flow(access);
        Admission whole = allowance(access).admit(now);
        if (whole != Admission.ADMITTED) {
            flow.throttledAbove();
            return whole;
        }
        return flow.admit(now);
    }

    /** Takes the units that a request cost, of the partition that was asked for and of the whole. */
    public void settle(Access access, int partition, long hash, long sort, double units) {
        allowance(access).settle(units);
        partitions.get(partition).flow(access).settle(hash, sort, units);
    }

    /** Whether this partition, or the whole, would refuse such a request now; looking is not counted. */
    boolean isSpent(Access access, int partition, long now) {
        return allowance(access).admit(now) != Admission.ADMITTED
                || partitions.get(partition).flow(access).isSpent(now);
    }

    /** Whether the whole may serve this kind of access now, wherever the items are. */
    public Admission admitWhole(Access access, long now) {
        passTo(now);
        return allowance(access).admit(now);
    }

    /** Takes units of the whole, wherever the items are. */
    public void settleWhole(Access access, double units) {
        allowance(access).settle(units);
    }

    /** The units a second that a refusal was about. */
    public double limit(Access access, Admission refused) {
        return refused == Admission.KEY_RANGE
                ? settings.partitionCap(access)
                : allowance(access).limit(refused);
    }

    /** Whether {@link #update} would be done. */
    public boolean mayUpdate(double readUnits, double writeUnits, long now) {
        return !lowers(readUnits, writeUnits) || decreases.left(now) > 0;
    }

    private boolean lowers(double readUnits, double writeUnits) {
        return !isOnDemand() && (readUnits < reads.provisioned() || writeUnits < writes.provisioned());
    }

    /** Provisions new throughput; false, and no change, if it lowers one kind and today's decreases are used up. */
    public boolean update(double readUnits, double writeUnits, long now) {
        if (lowers(readUnits, writeUnits) && !decreases.take(now)) {
            return false;
        }
        provision(readUnits, writeUnits, now);
        return true;
    }

    private void provision(double readUnits, double writeUnits, long now) {
        reads.provision(readUnits, now);
        writes.provision(writeUnits, now);
        growPartitions(now);
    }

    /** From now on takes requests as they come; ready for as much as it ever had provisioned. */
    public void switchToOnDemand(double readMaximum, double writeMaximum, long now) {
        reads.onDemand(readMaximum, now);
        writes.onDemand(writeMaximum, now);
        growPartitions(now);
    }

    /** Changes the maxima that the owner of an on-demand table or index has set; infinite for none. */
    public void limit(double readMaximum, double writeMaximum, long now) {
        reads.limit(readMaximum, now);
        writes.limit(writeMaximum, now);
    }

    /** Makes it ready for this many units a second; never for fewer than it is ready for. */
    public void warm(double readUnits, double writeUnits, long now) {
        reads.warm(readUnits, now);
        writes.warm(writeUnits, now);
        growPartitions(now);
    }

    /** Follows this policy from now on. */
    public void scale(Access access, Scaling policy) {
        scaling.follow(access, policy);
    }

    /** Notes that the partition holds more, or less. */
    public void stored(int partition, long moreBytes, long moreItems) {
        partitions.get(partition).stored(moreBytes, moreItems);
    }

    /** Says what the partition really holds, once a split was made by estimate. */
    public void measured(int partition, long bytes, long items) {
        partitions.get(partition).measured(bytes, items);
    }

    public boolean isOnDemand() {
        return reads.isOnDemand();
    }

    /** The provisioned units a second; 0 on demand. */
    public double provisioned(Access access) {
        return allowance(access).provisioned();
    }

    /** The units a second for which it is warm. */
    public double warm(Access access) {
        return allowance(access).warm();
    }

    /** How many there are; it rises with each split, and never falls. */
    public int partitions() {
        return partitions.count();
    }

    /** What this partition may use of the provisioned throughput where tables are allocated the way of old. */
    public double allocated(Access access, int partition) {
        return provisioned(access) * partitions.get(partition).share();
    }

    /** How hot one partition is. */
    public PartitionHeat heat(int partition, long now) {
        return heat(partitions.get(partition), now);
    }

    /** The partitions in the order of their places, and how hot they are. */
    public List<PartitionHeat> heat(long now) {
        passTo(now);
        return partitions.inOrder().stream()
                .map(partition -> heat(partition, now))
                .toList();
    }

    private PartitionHeat heat(Partition partition, long now) {
        double partOfTick = Math.min(1, Math.max(0, 1 - (nextTick - now) / (double) TICK));
        return PartitionHeat.of(partition, partitions.after(partition), partOfTick, TICK / (double) SECOND);
    }

    private Allowance allowance(Access access) {
        return access == Access.READ ? reads : writes;
    }

    /** Lets what happens by the clock alone happen up to now, as every request does. */
    public void passTo(long now) {
        if (now >= nextTick) {
            tick(now);
        }
    }

    /** However long nobody asked, no more than a day is made up for. */
    private void tick(long now) {
        nextTick = Math.max(nextTick, now - Math.floorMod(now, TICK) - 1_440 * MINUTE);
        while (nextTick <= now) {
            for (Partition partition : partitions.inOrder()) {
                partition.flow(Access.READ).tick();
                partition.flow(Access.WRITE).tick();
            }
            if (Math.floorMod(nextTick, MINUTE) == 0) {
                minute(nextTick);
            }
            nextTick += TICK;
        }
    }

    private void minute(long now) {
        scaling.minute(reads, writes, isOnDemand(), now).ifPresent(change -> scale(change, now));
        growPartitions(now);
        for (Partition partition : partitions.inOrder()) {
            if (splits.minute(partition, now)) {
                allocate(now);
            }
        }
    }

    private void scale(AutoScaling.Change to, long now) {
        told.accept(
                update(to.readUnits(), to.writeUnits(), now)
                        ? to.words()
                        : "auto scaling cannot lower the throughput: today's decreases are used up");
    }

    /** Each partition splits until there are enough for what is provisioned, or for what an on-demand table is warm. */
    private void growPartitions(long now) {
        int wanted = settings.adaptive()
                ? settings.partitionsFor(warm(Access.READ), warm(Access.WRITE))
                : settings.partitionsFor(provisioned(Access.READ), provisioned(Access.WRITE));
        while (partitions.count() < wanted) {
            partitions.doubleAll();
        }
        allocate(now);
    }

    /** Under the rules of old each partition has its part of what is provisioned, and of nothing else. */
    private void allocate(long now) {
        if (!settings.adaptive()) {
            partitions.allocate(
                    provisioned(Access.READ),
                    provisioned(Access.WRITE),
                    settings.burst().toMillis() / 1e3,
                    now);
        }
    }
}
