package dojo.lab.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Up after two minutes above the target, down after fifteen low ones, each a few minutes later.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html">Auto scaling</a>
 */
class AutoScalingTest {

    private final Capacity capacity = Capacity.provisioned(CapacitySettings.real(), 100, 100, false, said -> {}, 0);
    private final Load load = new Load(capacity, 0);

    @BeforeEach
    void target_seventy_percent() {
        capacity.scale(Access.WRITE, new Scaling(50, 1_000, 0.7));
    }

    @Test
    void two_minutes_above_the_target_raise_the_throughput_until_the_target_fits() {
        load.add(Access.WRITE, 84, KeyHash::of);
        load.run(Duration.ofMinutes(2));
        assertEquals(100, provisioned(), "decided, not yet applied");

        load.run(Duration.ofMinutes(3));
        // 84 are 70 % of 120.
        assertEquals(120, provisioned());

        load.run(Duration.ofHours(1));
        assertEquals(120, provisioned(), "and that is where it stays");
    }

    @Test
    void one_minute_above_the_target_changes_nothing() {
        Load.Stream writes = load.add(Access.WRITE, 95, KeyHash::of);
        load.run(Duration.ofMinutes(1));
        writes.rate(65);

        load.run(Duration.ofMinutes(30));

        assertEquals(100, provisioned());
    }

    @Test
    void fifteen_low_minutes_lower_it() {
        load.add(Access.WRITE, 42, KeyHash::of);
        load.run(Duration.ofMinutes(14));
        load.run(Duration.ofSeconds(50));
        assertEquals(100, provisioned());

        load.run(Duration.ofMinutes(5));
        // 42 are 70 % of 60.
        assertEquals(60, provisioned());
    }

    @Test
    void it_stays_between_the_limits_of_its_policy() {
        Load.Stream writes = load.add(Access.WRITE, 7, KeyHash::of);
        load.run(Duration.ofHours(1));
        assertEquals(50, provisioned(), "10 would fit");

        writes.rate(2_000);
        load.run(Duration.ofHours(2));
        assertEquals(1_000, provisioned(), "the most that the policy allows");
    }

    @Test
    void a_target_beyond_twenty_to_ninety_percent_is_refused() {
        var refused = assertThrows(IllegalArgumentException.class, () -> new Scaling(1, 10, 0.95));
        assertTrue(String.valueOf(refused.getMessage()).contains("between 0.2 and 0.9"));
    }

    private double provisioned() {
        return capacity.provisioned(Access.WRITE);
    }
}
