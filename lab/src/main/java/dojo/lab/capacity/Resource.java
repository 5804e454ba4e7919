package dojo.lab.capacity;

import dojo.lab.item.ItemKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One table or global secondary index with its capacity, and what is known of its use.
 *
 * <p>Safe for use by many threads: everything happens under its own lock, within which nothing else is called.
 */
final class Resource {

    private static final int NAMES_KEPT = 4_096;

    private final String table;
    private final Optional<String> index;
    private final String arn;
    private final List<String> partitionKey;
    private final List<String> key;
    private final Capacity capacity;
    private final SortPlaces sorts = new SortPlaces();
    private final Minutes minutes = new Minutes();
    private final TopKeys partitionKeys = new TopKeys();
    private final TopKeys items = new TopKeys();
    private final TopKeys throttledPartitionKeys = new TopKeys();
    private final TopKeys throttledItems = new TopKeys();
    /** What the partition keys behind the latest hashes are called. */
    private final Map<Long, String> names = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, String> eldest) {
            return size() > NAMES_KEPT;
        }
    };

    private int measuredPartitions;

    /** @param key the attributes of the whole key, those of the partition key first */
    Resource(
            String table,
            Optional<String> index,
            String arn,
            List<String> partitionKey,
            List<String> key,
            Capacity capacity) {
        this.table = table;
        this.index = index;
        this.arn = arn;
        this.partitionKey = partitionKey;
        this.key = key;
        this.capacity = capacity;
        this.measuredPartitions = capacity.partitions();
    }

    String table() {
        return table;
    }

    Optional<String> index() {
        return index;
    }

    String arn() {
        return arn;
    }

    /** Its name as people say it: the table, and the index behind a slash. */
    String name() {
        return index.map(of -> table + "/" + of).orElse(table);
    }

    /** Where a key lies; nothing if it lacks an attribute of the partition key. */
    Optional<Place> place(Map<String, AttributeValue> attributes) {
        List<String> partitionParts = new ArrayList<>();
        for (String name : partitionKey) {
            AttributeValue value = attributes.get(name);
            if (value == null) {
                return Optional.empty();
            }
            partitionParts.add(text(value));
        }
        String partition = String.join("|", partitionParts);
        long hash = KeyHash.of(partition);
        if (key.size() == partitionKey.size()) {
            return Optional.of(new Place(hash, 0, partition, partition));
        }
        AttributeValue sort = attributes.get(key.get(partitionKey.size()));
        if (sort == null) {
            return Optional.of(new Place(hash, Long.MIN_VALUE, partition, partition));
        }
        String item = partition + " " + text(sort);
        synchronized (this) {
            return Optional.of(new Place(hash, sorts.place(hash, SortKey.of(sort)), partition, item));
        }
    }

    private static String text(AttributeValue value) {
        if (value.s() != null) {
            return value.s();
        }
        if (value.b() != null) {
            return HexFormat.of().formatHex(value.b().asByteArrayUnsafe());
        }
        return new ItemKey("", Map.of("", value)).canonical().strip();
    }

    synchronized Admission admit(Access access, Optional<Place> place, long now) {
        if (place.isEmpty()) {
            return capacity.admitWhole(access, now);
        }
        Place at = place.get();
        return capacity.admit(access, capacity.partition(at.hash(), at.sort()), now);
    }

    synchronized void settle(Access access, Optional<Place> place, double units, long now) {
        minutes.consumed(access, units, now);
        if (place.isEmpty()) {
            capacity.settleWhole(access, units);
            return;
        }
        Place at = place.get();
        capacity.settle(access, capacity.partition(at.hash(), at.sort()), at.hash(), at.sort(), units);
        if (!at.partitionKey().isEmpty()) {
            double throughput = access == Access.WRITE ? 3 * units : units;
            names.put(at.hash(), at.partitionKey());
            partitionKeys.add(at.partitionKey(), throughput);
            items.add(at.item(), throughput);
        }
    }

    /** Counts a refusal; the keys of a refused write to an index are not counted. */
    synchronized void throttled(Access access, Optional<Place> place, Admission refused, long now) {
        minutes.throttled(access, refused, now);
        boolean backPressure = index.isPresent() && access == Access.WRITE;
        if (place.isPresent() && !backPressure && !place.get().partitionKey().isEmpty()) {
            throttledPartitionKeys.add(place.get().partitionKey(), 1);
            throttledItems.add(place.get().item(), 1);
        }
    }

    synchronized void throttledRequest(long now) {
        minutes.throttledRequest(now);
    }

    /** How hot the partition is that holds this place. */
    synchronized PartitionHeat heat(Place place, long now) {
        return capacity.heat(capacity.partition(place.hash(), place.sort()), now);
    }

    synchronized double limit(Access access, Admission refused) {
        return capacity.limit(access, refused);
    }

    synchronized String nameOf(long hash) {
        return names.getOrDefault(hash, "");
    }

    synchronized List<HeatLine> heat(long now) {
        return capacity.heat(now).stream()
                .map(heat -> new HeatLine(
                        table,
                        index,
                        heat,
                        names.getOrDefault(heat.hottestKey(), ""),
                        sustained(Access.READ),
                        sustained(Access.WRITE)))
                .toList();
    }

    private double sustained(Access access) {
        double own = capacity.limit(access, Admission.KEY_RANGE);
        return capacity.isOnDemand() ? own : Math.min(own, capacity.provisioned(access));
    }

    synchronized List<MinuteMetrics> metrics() {
        return minutes.of(table, index);
    }

    synchronized KeyReport keys() {
        return new KeyReport(
                table,
                index,
                partitionKeys.largest(KeyReport.MOST),
                items.largest(KeyReport.MOST),
                throttledPartitionKeys.largest(KeyReport.MOST),
                throttledItems.largest(KeyReport.MOST));
    }

    synchronized void forgetKeys() {
        partitionKeys.clear();
        items.clear();
        throttledPartitionKeys.clear();
        throttledItems.clear();
    }

    synchronized void stored(Place place, long moreBytes, long moreItems) {
        capacity.stored(capacity.partition(place.hash(), place.sort()), moreBytes, moreItems);
    }

    synchronized long itemCount(long now) {
        return capacity.heat(now).stream().mapToLong(PartitionHeat::items).sum();
    }

    /** Whether it has split since its partitions were measured. */
    synchronized boolean hasSplit() {
        return capacity.partitions() != measuredPartitions;
    }

    /** Measures the partitions anew: these are all the entries there are. */
    synchronized void measure(Collection<Stored> entries) {
        measuredPartitions = capacity.partitions();
        for (int partition = 0; partition < capacity.partitions(); partition++) {
            capacity.measured(partition, 0, 0);
        }
        entries.forEach(entry -> stored(entry.place(), entry.bytes(), 1));
    }

    /** One entry and its size. */
    record Stored(Place place, long bytes) {}

    /** What it would refuse now, each in a few words. */
    synchronized List<String> spent(long now) {
        List<String> spent = new ArrayList<>();
        for (int partition = 0; partition < capacity.partitions(); partition++) {
            for (Access access : Access.values()) {
                if (capacity.isSpent(access, partition, now)) {
                    spent.add(access.word() + " units of partition " + partition + " of " + name());
                }
            }
        }
        return spent;
    }

    /** Does something with the capacity under the lock. */
    synchronized <T> T with(java.util.function.Function<Capacity, T> work) {
        return work.apply(capacity);
    }

    /** The same, with all that time alone has changed up to now. */
    synchronized <T> T at(long now, java.util.function.Function<Capacity, T> work) {
        capacity.passTo(now);
        return work.apply(capacity);
    }
}
