package dojo.exhibits.series;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Traffic;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** All limits a hundredth of the service's; heat is judged after a minute, and a split takes half of one. */
@WithLab(laws = """
        [capacity]
        scale = 0.01
        burst = "2 s"
        heat-for = "1 min"
        split-takes = "30 s"
        """)
@WithTable
class Series_01_TodayIsOnePartition {

    private static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");
    private static final int SENSORS = 40;
    private static final int WRITES_A_SECOND = 20;
    private static final Duration TIME = Duration.ofSeconds(30);
    private static final int WRITES = 30 * WRITES_A_SECOND;

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("With the day as partition key all that is written now goes to one"
            + " partition, before a split as after it; with the sensor before the day the same writes pass.");

    @Test
    void the_day_is_throttled_and_the_day_of_a_sensor_is_not(Lab lab, LabTable table) {
        var traffic = Traffic.on(lab);
        var readings = new Readings(traffic.client(), table.name());

        int before = traffic.throttled(WRITES, TIME, i -> readings.storeUnderToday("s-" + i % SENSORS, at(i)));
        traffic.throttled(
                4 * WRITES, TIME.multipliedBy(4), i -> readings.storeUnderToday("s-" + i % SENSORS, at(WRITES + i)));
        int after =
                traffic.throttled(WRITES, TIME, i -> readings.storeUnderToday("s-" + i % SENSORS, at(5 * WRITES + i)));
        int bySensor = traffic.throttled(WRITES, TIME, i -> readings.store("s-" + i % SENSORS, at(i), "r-" + i, i));

        assertThat(before).isBetween(WRITES / 3, WRITES * 2 / 3);
        assertThat(after).isBetween(WRITES / 3, WRITES * 2 / 3);
        assertThat(bySensor).isZero();
        EXHIBIT.modelled("sensors", SENSORS);
        EXHIBIT.modelled("writes-a-second", WRITES_A_SECOND);
        int share = 100 * before / WRITES;
        EXHIBIT.modelled("share-throttled-percent", share);
        int later = 100 * after / WRITES;
        EXHIBIT.modelled("share-throttled-after-minutes-of-heat-percent", later);
        EXHIBIT.modelled("throttled-by-sensor", bySensor);
    }

    private static Instant at(int i) {
        return MORNING.plusMillis(i * 1_000L / WRITES_A_SECOND);
    }
}
