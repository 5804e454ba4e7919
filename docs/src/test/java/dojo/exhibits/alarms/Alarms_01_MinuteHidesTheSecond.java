package dojo.exhibits.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.capacity.CapacityLaw;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Traffic;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Limits a hundredth of the service's: a partition takes ten write units a second, six hundred a minute. */
@WithLab(laws = """
        [capacity]
        scale = 0.01
        burst = "2 s"
        """)
@WithTable
class Alarms_01_MinuteHidesTheSecond {

    private static final int WRITES = 150;

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("A burst of seconds is throttled while the consumption of its minute"
                    + " is far below the limit: alarm on throttle events, not on averages.");

    @Test
    void a_quarter_of_the_capacity_is_used_and_writes_are_refused(Lab lab, LabTable table) {
        var traffic = Traffic.on(lab);
        traffic.throttled(
                WRITES,
                Duration.ofSeconds(5),
                i -> traffic.client()
                        .putItem(put -> put.tableName(table.name())
                                .item(Map.of("PK", fromS("SESSION#s-1"), "SK", fromS("TURN#%05d".formatted(i))))));
        lab.clock().advance(Duration.ofMinutes(2));

        var minute = lab.law(CapacityLaw.class).metrics().get(0);
        int used = (int) (100 * minute.consumedWriteUnits() / 600);

        assertThat(minute.writeThrottleEvents()).isPositive();
        assertThat(used).isLessThan(30);
        EXHIBIT.modelled("used-percent", used);
        EXHIBIT.modelled("throttle-events", (double) minute.writeThrottleEvents());
        EXHIBIT.modelled("reasons", String.join(", ", minute.causes().keySet()));
    }
}
