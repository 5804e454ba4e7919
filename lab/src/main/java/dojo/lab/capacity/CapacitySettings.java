package dojo.lab.capacity;

import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import java.time.Duration;

/**
 * The numbers of the capacity law. Whether a table is provisioned or on demand, and at how much, its owner says.
 *
 * @param partitionReadUnits read units a second of one partition
 * @param partitionWriteUnits write units a second of one partition
 * @param partitionBytes the size at which a partition splits
 * @param burst for how long unused provisioned throughput is kept
 * @param refill how often the tokens of a table come
 * @param heatShare the part of a partition's limit from which it counts as hot
 * @param heatFor for how long it must be hot before a split is decided; whole minutes
 * @param splitTakes from that decision to the split
 * @param adaptive whether a partition may use what the table has; otherwise each has an equal part, as of old
 * @param onDemandReadUnits read units a second of a new on-demand table
 * @param onDemandWriteUnits write units a second of a new on-demand table
 * @param doubling how old a peak must be before twice as much is served at once; whole minutes
 * @param tableReadQuota read units a second of any table or index
 * @param tableWriteQuota write units a second of any table or index
 * @param autoScalingTakes from the decision of auto scaling to the new throughput
 * @param scale what all limits of the service are multiplied by, sizes included; what owners provision stays as it is
 */
public record CapacitySettings(
        @Fidelity(
                level = Level.DOCUMENTED,
                says = "A partition serves at most 3,000 read units a second, of a table and of each index apart.",
                source =
                        "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html",
                fact = "partition.read-units",
                unit = "read units a second")
        double partitionReadUnits,

        @Fidelity(
                level = Level.DOCUMENTED,
                says = "A partition serves at most 1,000 write units a second, whatever it serves in reads.",
                source =
                        "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html",
                fact = "partition.write-units",
                unit = "write units a second")
        double partitionWriteUnits,

        @Fidelity(
                level = Level.DOCUMENTED,
                says = "A partition that has grown to 10 GB splits.",
                source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html",
                fact = "partition.size",
                unit = "GB")
        long partitionBytes,

        @Fidelity(
                level = Level.DOCUMENTED,
                says = "Unused provisioned throughput of the last 300 seconds is kept for bursts.",
                source =
                        "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/burst-adaptive-capacity.html",
                fact = "capacity.burst",
                unit = "seconds")
        @Fidelity(
                level = Level.OUR_MODEL,
                says = "All unused throughput goes to the burst; the service may use some for maintenance.")
        Duration burst,

        @Fidelity(
                level = Level.PAPER,
                says = "Global admission control refills the tokens of a table every few seconds.",
                source = "https://www.usenix.org/conference/atc22/presentation/elhemali")
        @Fidelity(
                level = Level.OUR_MODEL,
                says = "The few seconds between two refills are two.",
                fact = "capacity.refill",
                unit = "seconds")
        Duration refill,

        @Fidelity(
                level = Level.OUR_MODEL,
                says =
                        "A partition is hot when it uses four fifths of its limit in a minute; the threshold is unpublished.")
        double heatShare,

        @Fidelity(level = Level.OUR_MODEL, says = "A partition must be hot for three minutes before it is to split.")
        Duration heatFor,

        @Fidelity(
                level = Level.PAPER,
                says = "A split for heat takes minutes, and is cut where the observed keys say.",
                source = "https://www.usenix.org/conference/atc22/presentation/elhemali")
        @Fidelity(level = Level.OUR_MODEL, says = "A split is done three minutes after it was decided.")
        Duration splitTakes,

        @Fidelity(
                level = Level.DOCUMENTED,
                says = "A hot partition may use more than its part, up to what the table has and to its own limit.",
                source =
                        "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/burst-adaptive-capacity.html")
        @Fidelity(
                level = Level.PAPER,
                says =
                        "Tables were once allocated in equal parts, which more partitions diluted; this can be had back.",
                source = "https://www.usenix.org/conference/atc22/presentation/elhemali")
        boolean adaptive,

        @Fidelity(
                level = Level.DOCUMENTED,
                says = "A new on-demand table serves 12,000 read units a second.",
                source =
                        "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html",
                fact = "on-demand.read-units",
                unit = "read units a second")
        double onDemandReadUnits,

        @Fidelity(
                level = Level.DOCUMENTED,
                says = "A new on-demand table serves 4,000 write units a second.",
                source =
                        "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html",
                fact = "on-demand.write-units",
                unit = "write units a second")
        @Fidelity(
                level = Level.OUR_MODEL,
                says = "A new on-demand table has the four partitions that these numbers need.")
        double onDemandWriteUnits,

        @Fidelity(
                level = Level.DOCUMENTED,
                says =
                        "An on-demand table serves twice its previous peak at once; more within 30 minutes may be throttled.",
                source =
                        "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html",
                fact = "on-demand.doubling",
                unit = "minutes")
        @Fidelity(
                level = Level.OUR_MODEL,
                says =
                        "A peak is the mean of a minute, counts as previous once it is 30 minutes old, and what goes beyond"
                                + " its double is always throttled, with the reason of a key range.")
        Duration doubling,

        @Fidelity(
                level = Level.DOCUMENTED,
                says = "An on-demand table or index serves at most 40,000 read units a second by default.",
                source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html",
                fact = "table.read-quota",
                unit = "read units a second")
        double tableReadQuota,

        @Fidelity(
                level = Level.DOCUMENTED,
                says = "An on-demand table or index serves at most 40,000 write units a second by default.",
                source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html",
                fact = "table.write-quota",
                unit = "write units a second")
        double tableWriteQuota,

        @Fidelity(
                level = Level.DOCUMENTED,
                says = "A change by auto scaling takes minutes to apply.",
                source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html")
        @Fidelity(level = Level.OUR_MODEL, says = "A change by auto scaling is applied two minutes after its decision.")
        Duration autoScalingTakes,

        @Fidelity(
                level = Level.OUR_MODEL,
                says =
                        "All limits can be scaled down together, since no laptop writes a thousand items a second for long.")
        double scale) {

    private static final long GIGABYTE = 1L << 30;

    public CapacitySettings {
        positive("partition-read-units", partitionReadUnits);
        positive("partition-write-units", partitionWriteUnits);
        positive("partition-bytes", partitionBytes);
        atLeast("burst", Duration.ofMillis(1), burst);
        atLeast("refill", Duration.ofMillis(1), refill);
        positive("heat-share", heatShare);
        atLeast("heat-for", Duration.ofMinutes(1), heatFor);
        atLeast("split-takes", Duration.ofMillis(1), splitTakes);
        positive("on-demand-read-units", onDemandReadUnits);
        positive("on-demand-write-units", onDemandWriteUnits);
        atLeast("doubling", Duration.ofMinutes(1), doubling);
        positive("table-read-quota", tableReadQuota);
        positive("table-write-quota", tableWriteQuota);
        atLeast("auto-scaling-takes", Duration.ofMillis(1), autoScalingTakes);
        positive("scale", scale);
        if (heatShare > 1) {
            throw new IllegalArgumentException(
                    "heat-share is " + heatShare + ", which no partition reaches. Give a part of its limit, up to 1.");
        }
        if (refill.compareTo(burst) > 0) {
            throw new IllegalArgumentException("refill is " + refill + " and burst " + burst
                    + ": tokens would be lost as they come. Let refill be no longer than burst.");
        }
    }

    /** The service as far as it is known. */
    public static CapacitySettings real() {
        return new CapacitySettings(
                3_000,
                1_000,
                10 * GIGABYTE,
                Duration.ofMinutes(5),
                Duration.ofSeconds(2),
                0.8,
                Duration.ofMinutes(3),
                Duration.ofMinutes(3),
                true,
                12_000,
                4_000,
                Duration.ofMinutes(30),
                40_000,
                40_000,
                Duration.ofMinutes(2),
                1);
    }

    /** The same service at a twentieth: a laptop is enough to be throttled. */
    public static CapacitySettings chaos() {
        return real().scaledBy(0.05);
    }

    /** The same with all limits multiplied by this, in place of the scale they had. */
    public CapacitySettings scaledBy(double factor) {
        return with(adaptive, factor);
    }

    /** The same with an equal part of the throughput for each partition, as it was before adaptive capacity. */
    public CapacitySettings allocatedAsOfOld() {
        return with(false, scale);
    }

    private CapacitySettings with(boolean otherAdaptive, double otherScale) {
        return new CapacitySettings(
                partitionReadUnits,
                partitionWriteUnits,
                partitionBytes,
                burst,
                refill,
                heatShare,
                heatFor,
                splitTakes,
                otherAdaptive,
                onDemandReadUnits,
                onDemandWriteUnits,
                doubling,
                tableReadQuota,
                tableWriteQuota,
                autoScalingTakes,
                otherScale);
    }

    double partitionCap(Access access) {
        return scale * (access == Access.READ ? partitionReadUnits : partitionWriteUnits);
    }

    double onDemandStart(Access access) {
        return scale * (access == Access.READ ? onDemandReadUnits : onDemandWriteUnits);
    }

    double tableQuota(Access access) {
        return scale * (access == Access.READ ? tableReadQuota : tableWriteQuota);
    }

    double partitionSize() {
        return scale * partitionBytes;
    }

    /** How many partitions it takes to serve this. */
    int partitionsFor(double readUnits, double writeUnits) {
        double wanted = Math.max(readUnits / partitionCap(Access.READ), writeUnits / partitionCap(Access.WRITE));
        // A hair above a whole number is the work of binary fractions.
        return Math.max(1, (int) Math.ceil(wanted - 1e-9));
    }

    private static void atLeast(String component, Duration least, Duration value) {
        if (value.compareTo(least) < 0) {
            throw new IllegalArgumentException(
                    component + " is " + value + ". Give a duration of at least " + least + ".");
        }
    }

    private static void positive(String component, Number value) {
        if (!(value.doubleValue() > 0)) {
            throw new IllegalArgumentException(component + " is " + value + ". Give a number above 0.");
        }
    }
}
