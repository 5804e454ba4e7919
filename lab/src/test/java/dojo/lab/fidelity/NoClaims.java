package dojo.lab.fidelity;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Numbers in the laws that say nothing about the service, each with the reason why not. */
final class NoClaims {

    static final Map<String, String> NUMBERS = new TreeMap<>();

    static {
        because(
                "a unit of measure",
                "capacity.Bucket.MICROS",
                "capacity.Capacity.MINUTE",
                "capacity.Capacity.SECOND",
                "capacity.CapacitySettings.GIGABYTE",
                "capacity.Decreases.DAY",
                "capacity.Decreases.HOUR",
                "capacity.Minutes.MINUTE",
                "capacity.TableCapacity.DAY");
        because(
                "said by a label beside it",
                "capacity.KeyReport.MOST",
                "fault.FaultRule.SLOW_TO",
                "region.RegionSettings.USUALLY",
                "stream.Readers.AT_THE_SAME_TIME",
                "stream.Deliveries.MOST_DOUBLINGS",
                "stream.PollerSettings.LARGEST_BATCH",
                "stream.PollerSettings.LEAST_AGE",
                "stream.PollerSettings.LONGEST_WINDOW",
                "stream.PollerSettings.MOST_AGE",
                "stream.PollerSettings.MOST_PARALLEL",
                "stream.PollerSettings.MOST_RETRIES",
                "replication.Holdings.MOST");
        because(
                "how much the lab remembers",
                "capacity.Minutes.KEPT",
                "capacity.Resource.NAMES_KEPT",
                "capacity.Samples.MOST_OF_ONE",
                "capacity.Samples.ROOM",
                "capacity.Scans.KEPT",
                "capacity.TopKeys.ROOM",
                "conflict.Ledger.MEMORY",
                "conflict.Ledger.MOST",
                "replication.Copies.MOST",
                "stream.ShardReader.ROOM",
                "replication.Copy.MOST_LEFTOVERS");
        because("mathematics", "capacity.KeyHash.FNV_OFFSET", "capacity.KeyHash.FNV_PRIME", "replication.Lag.Z99");
        because(
                "how often the lab looks after itself",
                "capacity.Capacity.TICK",
                "replication.LocalIndexes.LONGEST_MINUTES",
                "replication.LocalIndexes.PAUSE_NANOS",
                "stream.ShardReader.TRIES",
                "stream.StreamPoller.AT_LEAST_EVERY");
        because("a mark for none", "capacity.Partition.NEVER", "capacity.Scaler.STAY");
        because(
                "the load of a measurement",
                "capacity.PartitionBench.KEYS",
                "capacity.PartitionBench.MICROS_BETWEEN_REQUESTS",
                "capacity.PartitionBench.UNITS");
        because(
                "how the lab writes things down",
                "capacity.SortPlaces.STEP",
                "stream.Position.PARTS",
                "stream.SequenceNumber.SHORTEST");
        because("how finely the lab cuts its hashes", "capacity.Partitions.SLIVER");
        because("a status of HTTP", "replication.Copy.REFUSED");
        because("a bound on what a rule may ask for", "fault.RuleCheck.LONGEST");
    }

    private NoClaims() {}

    private static void because(String reason, String... numbers) {
        Arrays.stream(numbers).forEach(number -> NUMBERS.put(number, reason));
    }
}
