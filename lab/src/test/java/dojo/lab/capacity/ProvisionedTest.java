package dojo.lab.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Expected numbers come from the pages named at each test, worked out by hand. */
class ProvisionedTest {

    private static final long HOT = KeyHash.of("SESSION#42");

    /**
     * 150 units a second kept for 300 seconds are 45,000; at 200 a second they shrink by 50, so they last 900 seconds.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/burst-adaptive-capacity.html">Burst
     *     capacity</a>
     */
    @Test
    void a_table_of_150_read_units_serves_200_a_second_for_15_minutes_on_its_burst() {
        Load load = new Load(provisioned(150, 5), 0);
        load.idle(Duration.ofMinutes(5));
        Load.Stream reads = load.add(Access.READ, 200, KeyHash::of);

        load.run(Duration.ofMinutes(15));
        assertEquals(0, reads.throttled(), "throttled in the first 15 minutes");
        assertEquals(180_000, reads.served());

        long end = load.now();
        load.run(Duration.ofMinutes(1));
        assertTrue(reads.firstThrottle() - end < 5 * Load.SECOND, "the burst ends with the 15 minutes");
        assertEquals(Admission.PROVISIONED, reads.lastRefusal());

        load.run(Duration.ofMinutes(10));
        assertEquals(150 * 600, reads.served(), 0.01 * 150 * 600, "what is left is what is provisioned");
    }

    /** An idle hour leaves no more than an idle 300 seconds. */
    @Test
    void unused_throughput_is_kept_for_300_seconds_and_no_longer() {
        Load load = new Load(provisioned(150, 5), 0);
        load.idle(Duration.ofHours(1));
        Load.Stream reads = load.add(Access.READ, 2_000, KeyHash::of);

        load.run(Duration.ofMinutes(5));

        // 45,000 kept, and 150 a second for 300 seconds: 90,000.
        assertEquals(90_000, reads.served(), 0.01 * 90_000);
    }

    /** Nothing is saved up before a table exists: of 200 a second, 150 are served from the first minute on. */
    @Test
    void a_new_table_has_no_burst_yet() {
        Load load = new Load(provisioned(150, 5), 0);
        Load.Stream reads = load.add(Access.READ, 200, KeyHash::of);

        load.run(Duration.ofMinutes(10));

        assertEquals(150 * 600, reads.served(), 0.01 * 150 * 600);
    }

    /**
     * Reads and writes have limits of their own.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html">
     *     Partition key design: 3,000 read units and 1,000 write units a second</a>
     */
    @Test
    void one_partition_serves_3000_read_units_and_1000_write_units_a_second_at_the_same_time() {
        Load load = new Load(provisioned(40_000, 40_000), 0);
        Load.Stream reads = load.add(Access.READ, 5_000, n -> HOT);
        Load.Stream writes = load.add(Access.WRITE, 2_000, n -> HOT);

        load.run(Duration.ofMinutes(10));

        assertEquals(3_000 * 600, reads.served(), 0.01 * 3_000 * 600);
        assertEquals(1_000 * 600, writes.served(), 0.01 * 1_000 * 600);
        assertEquals(Admission.KEY_RANGE, reads.lastRefusal());
        assertEquals(Admission.KEY_RANGE, writes.lastRefusal());
    }

    /** The burst of a table lifts no partition over its limit: after an idle hour, too, it is 1,000 a second. */
    @Test
    void a_burst_stays_below_the_limit_of_the_partition() {
        Load load = new Load(provisioned(3_000, 1_000), 0);
        load.idle(Duration.ofHours(1));
        Load.Stream writes = load.add(Access.WRITE, 2_000, n -> HOT);

        load.run(Duration.ofSeconds(200));

        assertEquals(1_000 * 200, writes.served(), 0.01 * 1_000 * 200);
        assertEquals(Admission.KEY_RANGE, writes.lastRefusal());
    }

    /**
     * The example of the page: 400 write units over four partitions, three of which use 50 each; the fourth may use 150
     * although its part would be 100.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/burst-adaptive-capacity.html">
     *     Adaptive capacity</a>
     */
    @Test
    void a_hot_partition_may_use_150_of_400_write_units_over_four_partitions() {
        Capacity capacity = fourPartitions(400);
        Load load = new Load(capacity, 0);
        Load.Stream hot = load.add(Access.WRITE, 150, n -> quarter(0));
        for (int cool = 1; cool < 4; cool++) {
            long place = quarter(cool);
            load.add(Access.WRITE, 50, n -> place);
        }

        load.run(Duration.ofMinutes(20));

        assertEquals(4, capacity.partitions());
        assertEquals(0, hot.throttled());
    }

    /** Adaptive capacity shares what the table has, and makes no more of it: 400 in all, whoever wants more. */
    @Test
    void adaptive_capacity_never_exceeds_what_the_table_has() {
        Load load = new Load(fourPartitions(400), 0);
        Load.Stream hot = load.add(Access.WRITE, 500, n -> quarter(0));
        Load.Stream other = load.add(Access.WRITE, 100, n -> quarter(2));

        load.run(Duration.ofMinutes(20));
        load.run(Duration.ofMinutes(20));

        assertEquals(400 * 1_200, hot.served() + other.served(), 0.01 * 400 * 1_200);
        assertEquals(Admission.PROVISIONED, hot.lastRefusal());
    }

    @Test
    void units_taken_beyond_the_tokens_are_a_debt_that_comes_first() {
        Capacity capacity = provisioned(5, 5);
        int partition = capacity.partition(HOT, 0);
        assertEquals(Admission.ADMITTED, capacity.admit(Access.READ, partition, 0));

        // A page of one megabyte, eventually consistent: 128 units. Ten tokens were there; five a second pay the rest.
        capacity.settle(Access.READ, partition, HOT, 0, 128);

        assertEquals(Admission.PROVISIONED, capacity.admit(Access.READ, partition, 22 * Load.SECOND));
        assertEquals(Admission.ADMITTED, capacity.admit(Access.READ, partition, 24 * Load.SECOND));
        assertEquals(Admission.ADMITTED, capacity.admit(Access.WRITE, partition, 0), "writes owe nothing");
    }

    /**
     * Four at once, one after an hour: and at most 27 in a day, four and one for each of 23 hours.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html">Quotas</a>
     */
    @Test
    void throughput_is_lowered_four_times_at_once_and_27_times_a_day() {
        Capacity capacity = provisioned(1_000, 1_000);
        long hour = 3_600 * Load.SECOND;
        int lowered = 0;
        for (long now = 0; now < 24 * hour; now += hour / 6) {
            boolean done = capacity.update(1_000 - lowered - 1, 1_000, now);
            lowered += done ? 1 : 0;
            if (now == hour / 6 * 4) {
                assertEquals(4, lowered, "within the first hour");
                assertFalse(done);
            }
        }
        assertEquals(27, lowered);
        assertTrue(capacity.update(2_000, 2_000, 24 * hour), "raising is not counted");
        assertTrue(capacity.update(1, 1, 24 * hour), "and a new day begins with four");
    }

    private static Capacity provisioned(double readUnits, double writeUnits) {
        return Capacity.provisioned(CapacitySettings.real(), readUnits, writeUnits, false, said -> {}, 0);
    }

    /** A table that had 4,000 write units once, and kept its partitions. */
    private static Capacity fourPartitions(double writeUnits) {
        Capacity capacity = provisioned(100, 4_000);
        assertTrue(capacity.update(100, writeUnits, 0));
        return capacity;
    }

    /** A place in the middle of the n-th quarter of all hashes. */
    private static long quarter(int n) {
        return (n << 1 | 1) * (1L << 61);
    }
}
