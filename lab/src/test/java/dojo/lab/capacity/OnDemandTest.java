package dojo.lab.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Expected numbers come from the pages named here, worked out by hand.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html">On-demand
 *     capacity mode</a>
 */
class OnDemandTest {

    private static final double NO_MAXIMUM = Double.POSITIVE_INFINITY;

    @Test
    void a_new_table_serves_4000_write_units_and_12000_read_units() {
        Load load = new Load(onDemand(), 0);
        Load.Stream writes = load.add(Access.WRITE, 9_000, KeyHash::of);
        Load.Stream reads = load.add(Access.READ, 20_000, KeyHash::of);

        load.run(Duration.ofMinutes(3));

        assertEquals(4_000 * 180, writes.served(), 0.01 * 4_000 * 180);
        assertEquals(12_000 * 180, reads.served(), 0.01 * 12_000 * 180);
        assertEquals("KeyRangeThroughputExceeded", writes.lastRefusal().limit());
    }

    @Test
    void twice_the_previous_peak_is_served_once_the_peak_is_30_minutes_old() {
        Load load = new Load(onDemand(), 0);
        Load.Stream writes = load.add(Access.WRITE, 1_000, KeyHash::of).each(10);

        load.run(Duration.ofMinutes(30));
        assertEquals(4_000 * 1_800, writes.served(), 0.01 * 4_000 * 1_800, "the peak is 4,000");

        load.run(Duration.ofMinutes(1));
        load.run(Duration.ofMinutes(29));
        assertEquals(8_000 * 29 * 60, writes.served(), 0.01 * 8_000 * 29 * 60, "twice 4,000");

        load.run(Duration.ofMinutes(2));
        load.run(Duration.ofMinutes(10));
        assertEquals(10_000 * 600, writes.served(), 0.001 * 10_000 * 600, "less than twice 8,000");
    }

    @Test
    void what_was_once_reached_is_served_at_once_after_a_quiet_day() {
        Load load = new Load(onDemand(), 0);
        Load.Stream writes = load.add(Access.WRITE, 4_000, KeyHash::of);
        load.run(Duration.ofMinutes(2));
        load.idle(Duration.ofHours(24));
        writes.rate(6_500);

        load.run(Duration.ofMinutes(5));

        assertEquals(0, writes.throttled());
    }

    /**
     * A table serves 40,000 units of each kind by default.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html">Quotas: 40,000
     *     read units and 40,000 write units for a table</a>
     */
    @Test
    void no_table_serves_more_than_40000_units_whatever_it_is_warm_for() {
        Capacity capacity = onDemand();
        capacity.warm(60_000, 60_000, 0);
        Load load = new Load(capacity, 0);
        Load.Stream writes = load.add(Access.WRITE, 50_000, KeyHash::of);

        load.run(Duration.ofMinutes(2));

        assertEquals(40_000 * 120, writes.served(), 0.01 * 40_000 * 120);
        assertEquals(Admission.ACCOUNT_LIMIT, writes.lastRefusal());
    }

    /**
     * The maximum holds for the kind of access it is set for.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode-max-throughput.html">
     *     Maximum throughput for on-demand tables</a>
     */
    @Test
    void the_owner_may_set_a_maximum() {
        Capacity capacity = Capacity.onDemand(CapacitySettings.real(), 300, NO_MAXIMUM, false, said -> {}, 0);
        Load load = new Load(capacity, 0);
        Load.Stream reads = load.add(Access.READ, 1_000, KeyHash::of);
        Load.Stream writes = load.add(Access.WRITE, 1_000, KeyHash::of);

        load.run(Duration.ofMinutes(10));

        assertEquals(300 * 600, reads.served(), 0.01 * 300 * 600);
        assertEquals(Admission.ON_DEMAND_MAXIMUM, reads.lastRefusal());
        assertEquals(0, writes.throttled());
    }

    /**
     * Warm for 30,000 and 10,000, which fewer cannot take back.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/warm-throughput-scenarios.html">Warm
     *     throughput in different scenarios</a>
     */
    @Test
    void warm_throughput_only_rises_and_lifts_no_partition() {
        Capacity capacity = onDemand();
        assertEquals(12_000, capacity.warm(Access.READ));
        assertEquals(4_000, capacity.warm(Access.WRITE));

        capacity.warm(30_000, 10_000, 0);
        capacity.warm(13_000, 5_000, 0);
        assertEquals(30_000, capacity.warm(Access.READ));
        assertEquals(10_000, capacity.warm(Access.WRITE));

        Load load = new Load(capacity, 0);
        Load.Stream everywhere = load.add(Access.WRITE, 7_000, KeyHash::of);
        load.run(Duration.ofMinutes(1));
        assertEquals(0, everywhere.throttled(), "10,000 are served at once");

        Load hot = new Load(capacity, load.now());
        Load.Stream one = hot.add(Access.WRITE, 7_000, n -> 42);
        hot.run(Duration.ofMinutes(2));
        assertEquals(1_000 * 120, one.served(), 0.01 * 1_000 * 120);
    }

    /**
     * The highest ever provisioned counts, if it is more than what a new table has.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-switching-capacity-modes.html">
     *     Switching capacity modes</a>
     */
    @Test
    void a_table_that_had_10000_units_provisioned_serves_them_on_demand() {
        Capacity capacity = Capacity.provisioned(CapacitySettings.real(), 10_000, 10_000, false, said -> {}, 0);
        assertTrue(capacity.update(100, 100, 0));
        capacity.switchToOnDemand(NO_MAXIMUM, NO_MAXIMUM, 0);

        assertEquals(12_000, capacity.warm(Access.READ), "a new table's, which is more");
        assertEquals(10_000, capacity.warm(Access.WRITE));
        Load load = new Load(capacity, 0);
        Load.Stream writes = load.add(Access.WRITE, 20_000, KeyHash::of);
        load.run(Duration.ofMinutes(1));
        assertEquals(10_000 * 60, writes.served(), 0.02 * 10_000 * 60);
    }

    private static Capacity onDemand() {
        return Capacity.onDemand(CapacitySettings.real(), NO_MAXIMUM, NO_MAXIMUM, false, said -> {}, 0);
    }
}
