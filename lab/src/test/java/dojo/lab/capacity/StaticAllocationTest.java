package dojo.lab.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * How tables were allocated once: the numbers of the paper, with its one slip put right.
 *
 * @see <a href="https://www.usenix.org/conference/atc22/presentation/elhemali">Amazon DynamoDB, USENIX ATC 2022, section
 *     4: a partition has at most 1,000 write units</a>
 */
class StaticAllocationTest {

    private static final CapacitySettings AS_OF_OLD = CapacitySettings.real().allocatedAsOfOld();

    @Test
    void the_throughput_of_a_table_is_divided_by_its_partitions() {
        Capacity capacity = Capacity.provisioned(AS_OF_OLD, 1, 3_200, false, said -> {}, 0);
        assertAllocated(capacity, 4, 800);

        capacity.update(1, 3_600, 0);
        assertAllocated(capacity, 4, 900);

        // 6,000 over four would be 1,500 each: all four split.
        capacity.update(1, 6_000, 0);
        assertAllocated(capacity, 8, 750);

        // They never merge. The paper prints 675 for this one; 5,000 / 8 is 625.
        capacity.update(1, 5_000, 0);
        assertAllocated(capacity, 8, 625);
    }

    @Test
    void a_split_for_size_dilutes_what_each_part_may_use() {
        Capacity capacity = Capacity.provisioned(AS_OF_OLD, 1, 1_000, false, said -> {}, 0);
        long key = KeyHash.of("SESSION#42");
        assertAllocated(capacity, 1, 1_000);

        capacity.stored(0, 10L * 1024 * 1024 * 1024 + 1, 1_000_000);
        Load load = new Load(capacity, 0);
        Load.Stream writes = load.add(Access.WRITE, 900, n -> key);
        load.run(Duration.ofMinutes(1));
        assertEquals(0, writes.throttled(), "before the split");

        load.run(Duration.ofMinutes(30));
        assertAllocated(capacity, 2, 500);
        load.run(Duration.ofMinutes(10));
        assertEquals(500 * 600, writes.served(), 0.01 * 500 * 600);
        assertEquals(Admission.PROVISIONED, writes.lastRefusal());
    }

    @Test
    void a_cold_neighbour_lends_nothing() {
        Capacity capacity = Capacity.provisioned(AS_OF_OLD, 1, 4_000, false, said -> {}, 0);
        assertTrue(capacity.update(1, 400, 0));
        Load load = new Load(capacity, 0);
        Load.Stream hot = load.add(Access.WRITE, 150, n -> 1L << 61);

        load.run(Duration.ofHours(1));
        load.run(Duration.ofMinutes(10));

        assertEquals(100 * 600, hot.served(), 0.01 * 100 * 600);
    }

    private static void assertAllocated(Capacity capacity, int partitions, double writeUnits) {
        assertEquals(partitions, capacity.partitions());
        for (int partition = 0; partition < partitions; partition++) {
            assertEquals(writeUnits, capacity.allocated(Access.WRITE, partition));
        }
    }
}
