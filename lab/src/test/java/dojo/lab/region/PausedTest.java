package dojo.lab.region;

import static dojo.lab.region.Globe.EUROPE;
import static dojo.lab.region.Globe.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Replication that is held up, every change one second away.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html">How
 *     DynamoDB global tables work</a>
 */
class PausedTest {

    private static final Duration HALF = Duration.ofMillis(500);

    private final Globe globe = Globe.ofTwo();

    @AfterEach
    void close() {
        globe.close();
    }

    @Test
    void what_is_written_during_a_pause_waits_and_then_takes_its_lag() {
        globe.regions.pause(HOME, EUROPE);
        globe.put(HOME, "a", "held up");
        globe.put(EUROPE, "b", "not held up");
        globe.wait(Duration.ofHours(3));

        assertThat(globe.notes(EUROPE)).doesNotContainKey("a");
        assertThat(globe.notes(HOME)).containsEntry("b", "not held up");
        assertThat(globe.regions.pending(HOME, EUROPE)).isEqualTo(1);
        assertThat(globe.regions.pending(EUROPE, HOME)).isZero();

        globe.regions.resume(HOME, EUROPE);
        globe.wait(Duration.ofMillis(999));
        assertThat(globe.notes(EUROPE)).doesNotContainKey("a");
        globe.wait(Duration.ofMillis(1));

        assertThat(globe.notes(EUROPE)).containsEntry("a", "held up");
        assertThat(globe.regions.latency(HOME, EUROPE))
                .isEqualTo(new ReplicationLatency(
                        1,
                        Duration.ofHours(3).plusSeconds(1),
                        Duration.ofHours(3).plusSeconds(1)));
    }

    @Test
    void a_pause_that_ends_before_a_change_is_due_does_not_delay_it() {
        globe.put(HOME, "a", "on its way");
        globe.regions.pause(HOME, EUROPE);
        globe.wait(HALF);
        globe.regions.resume(HOME, EUROPE);
        globe.regions.resume(HOME, EUROPE);
        globe.wait(HALF);

        assertThat(globe.notes(EUROPE)).containsEntry("a", "on its way");
    }

    @Test
    void latency_is_measured_from_the_write_to_its_arrival() {
        assertThat(globe.regions.latency(HOME, EUROPE)).isEqualTo(ReplicationLatency.NONE);
        globe.put(HOME, "a", "1");
        globe.wait(HALF);
        globe.put(HOME, "b", "2");
        globe.wait(Duration.ofSeconds(5));

        assertThat(globe.regions.latency(HOME, EUROPE))
                .isEqualTo(new ReplicationLatency(2, Duration.ofSeconds(1), Duration.ofSeconds(1)));
    }
}
