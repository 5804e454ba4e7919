package dojo.lab.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * One hot partition that a split cures, and three that it does not.
 *
 * @see <a href="https://www.usenix.org/conference/atc22/presentation/elhemali">Amazon DynamoDB, USENIX ATC 2022, section
 *     4.4: splitting for consumption</a>
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/burst-adaptive-capacity.html">Adaptive
 *     capacity</a>
 */
class HeatTest {

    private static final Duration MINUTES_LATER = Duration.ofMinutes(15);

    private final List<String> said = new ArrayList<>();

    /** 1,600 a second on eight keys of one partition: 1,000 at first, all of it in two partitions of four keys each. */
    @Test
    void a_split_cures_a_partition_that_many_keys_make_hot() {
        Capacity capacity = table(false);
        Load load = new Load(capacity, 0);
        Load.Stream writes = load.add(Access.WRITE, 1_600, n -> 1_000 * (1 + n % 8));

        load.run(Duration.ofMinutes(2));
        assertEquals(1_000 * 120, writes.served(), 0.01 * 1_000 * 120, "the limit of one partition");

        load.run(MINUTES_LATER);
        load.run(Duration.ofMinutes(5));
        assertEquals(0, writes.throttled(), () -> "after the split: " + said);
    }

    @Test
    void a_split_inside_an_item_collection_cures_it_too() {
        Load load = new Load(table(false), 0);
        Load.Stream writes = load.add(Access.WRITE, 1_600, n -> 7, n -> KeyHash.of(n) % 1_000);

        load.run(MINUTES_LATER);
        load.run(Duration.ofMinutes(5));

        assertEquals(0, writes.throttled(), () -> "after the split: " + said);
    }

    @Test
    void no_split_helps_against_a_single_hot_item() {
        assertStaysAt1000(table(false), n -> 7, n -> 7, "one item takes nearly all of it");
    }

    @Test
    void no_split_helps_against_sort_keys_that_only_rise() {
        assertStaysAt1000(table(false), n -> 7, n -> n, "its sort keys come in order");
    }

    @Test
    void no_split_helps_an_item_collection_of_a_table_with_a_local_index() {
        assertStaysAt1000(table(true), n -> 7, n -> KeyHash.of(n) % 1_000, "keeps an item collection in one piece");
    }

    /** With a local index, too, partitions split between item collections. */
    @Test
    void a_local_index_forbids_no_split_between_item_collections() {
        Load load = new Load(table(true), 0);
        Load.Stream writes = load.add(Access.WRITE, 1_600, n -> 1_000 * (1 + n % 8), KeyHash::of);

        load.run(MINUTES_LATER);
        load.run(Duration.ofMinutes(5));

        assertEquals(0, writes.throttled(), () -> "after the split: " + said);
    }

    /** An item with 60 % of the heat gets a partition of its own, which still serves 1,000 and no more. */
    @Test
    void an_item_of_its_own_partition_is_served_1000_units() {
        Load load = new Load(table(false), 0);
        Load.Stream hot = load.add(Access.WRITE, 1_200, n -> 7_000);
        Load.Stream others = load.add(Access.WRITE, 800, n -> 1_000 * (1 + n % 4));

        load.run(Duration.ofMinutes(30));
        load.run(Duration.ofMinutes(5));

        assertEquals(1_000 * 300, hot.served(), 0.01 * 1_000 * 300);
        assertEquals(0, others.throttled(), () -> "the others have room: " + said);
    }

    @Test
    void a_warm_partition_is_left_alone() {
        Capacity capacity = table(false);
        int before = capacity.partitions();
        Load load = new Load(capacity, 0);
        load.add(Access.WRITE, 700, n -> 1_000 * (1 + n % 8));

        load.run(Duration.ofHours(1));

        assertEquals(before, capacity.partitions());
    }

    @Test
    void a_hot_minute_is_not_yet_a_reason() {
        Capacity capacity = table(false);
        int before = capacity.partitions();
        Load load = new Load(capacity, 0);
        Load.Stream writes = load.add(Access.WRITE, 1_600, n -> 1_000 * (1 + n % 8));
        load.run(Duration.ofSeconds(90));
        writes.rate(10);

        load.run(Duration.ofHours(1));

        assertEquals(before, capacity.partitions());
    }

    /**
     * A partition holds 10 GB.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">Constraints</a>
     */
    @Test
    void a_partition_of_more_than_10_gigabytes_splits() {
        Capacity capacity = Capacity.provisioned(CapacitySettings.real(), 10, 10, false, said::add, 0);
        capacity.stored(0, 10L * 1024 * 1024 * 1024, 1_000_000);
        capacity.heat(60 * Load.SECOND);
        assertEquals(1, capacity.partitions(), "10 GB fit");

        capacity.stored(0, 1_000, 1);
        capacity.heat(120 * Load.SECOND);
        assertEquals(2, capacity.partitions());

        capacity.stored(0, -5L * 1024 * 1024 * 1024, -500_000);
        capacity.heat(600 * Load.SECOND);
        assertEquals(2, capacity.partitions(), "they never merge");
    }

    /** An item collection cannot be divided by its hash: however large it grows, its neighbours are not cut to nothing. */
    @Test
    void a_size_that_no_cut_reduces_ends_in_a_few_slivers() {
        Capacity capacity = Capacity.provisioned(CapacitySettings.real(), 10, 10, false, said::add, 0);
        long key = KeyHash.of("SESSION#42");
        for (int minute = 1; minute < 100; minute++) {
            List<PartitionHeat> partitions = capacity.heat(60 * Load.SECOND * minute);
            int holder = capacity.partition(key, 0);
            for (PartitionHeat heat : partitions) {
                capacity.measured(heat.partition(), heat.partition() == holder ? 1L << 40 : 0, 1);
            }
        }
        assertTrue(capacity.partitions() <= 17, () -> capacity.partitions() + " partitions");
    }

    @Test
    void years_without_a_request_are_made_up_for_at_once() {
        Capacity capacity = table(false);
        Load load = new Load(capacity, 0);
        Load.Stream writes = load.add(Access.WRITE, 100, KeyHash::of);
        load.run(Duration.ofMinutes(1));
        load.idle(Duration.ofDays(36_500));
        load.run(Duration.ofMinutes(1));
        assertEquals(0, writes.throttled());
    }

    @Test
    void the_heat_map_shows_where_the_heat_is_and_who_makes_it() {
        Capacity capacity = table(false);
        Load load = new Load(capacity, 0);
        long hot = KeyHash.of("SESSION#42");
        load.add(Access.WRITE, 930, n -> hot);
        load.add(Access.WRITE, 70, n -> hot + 1 + n % 1_000);
        load.run(Duration.ofSeconds(95));

        int partition = capacity.partition(hot, 0);
        for (PartitionHeat heat : capacity.heat(load.now())) {
            if (heat.partition() == partition) {
                assertEquals(1_000, heat.writeUnits(), 20);
                assertEquals(hot, heat.hottestKey());
                assertEquals(0.93, heat.hottestShare(), 0.05);
                assertTrue(Long.compareUnsigned(heat.fromHash(), hot) <= 0
                        && Long.compareUnsigned(hot, heat.toHash()) <= 0);
            } else {
                assertEquals(0, heat.writeUnits());
            }
        }
    }

    private void assertStaysAt1000(
            Capacity capacity,
            java.util.function.LongUnaryOperator hash,
            java.util.function.LongUnaryOperator sort,
            String why) {
        int before = capacity.partitions();
        Load load = new Load(capacity, 0);
        Load.Stream writes = load.add(Access.WRITE, 1_600, hash, sort);

        load.run(Duration.ofMinutes(20));
        load.run(Duration.ofMinutes(5));

        assertEquals(1_000 * 300, writes.served(), 0.01 * 1_000 * 300);
        assertEquals(before, capacity.partitions());
        assertTrue(said.stream().anyMatch(words -> words.contains(why)), said::toString);
    }

    /** The table has far more than its hot partition can use. */
    private Capacity table(boolean localIndexes) {
        return Capacity.provisioned(CapacitySettings.real(), 4_000, 4_000, localIndexes, said::add, 0);
    }
}
