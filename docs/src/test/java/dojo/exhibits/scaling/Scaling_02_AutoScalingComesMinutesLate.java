package dojo.exhibits.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.exhibits.Plot;
import dojo.lab.Lab;
import dojo.lab.capacity.Access;
import dojo.lab.capacity.CapacityLaw;
import dojo.lab.capacity.Scaling;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The burst is spent already when the load doubles. */
@WithLab(laws = """
        [capacity]
        burst = "2 s"
        """)
@WithTable
class Scaling_02_AutoScalingComesMinutesLate {

    private static final int PROVISIONED = 2;
    private static final int RATE = 4;

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("A load that doubles is throttled for minutes before auto scaling has"
                    + " measured it, decided and been carried out.");

    @Test
    void the_first_minutes_of_a_doubled_load_are_throttled(Lab lab, LabTable table) {
        var steady = new Steady(lab, table.name(), PROVISIONED);
        steady.throttled(1, Duration.ofSeconds(1));
        lab.law(CapacityLaw.class)
                .autoScale(table.name(), Optional.empty(), Access.WRITE, new Scaling(PROVISIONED, 100, 0.7));

        int[] minutes = IntStream.range(0, 12)
                .map(minute -> steady.throttled(RATE, Duration.ofMinutes(1)))
                .toArray();
        int bad = (int)
                IntStream.of(minutes).takeWhile(throttled -> throttled > 0).count();

        assertThat(bad).isBetween(3, 10);
        assertThat(minutes[11]).isZero();
        var chart = Plot.bars("minutes")
                .titled(
                        "Auto scaling comes minutes late",
                        "Half of the writes are refused in the first minutes and a quarter in the next. Then the"
                                + " last setting is carried out, and none is.",
                        "minutes since the load doubled",
                        "writes in a minute",
                        "taken",
                        "refused");
        for (int minute = 0; minute < minutes.length; minute++) {
            chart.at(minute, RATE * 60 - minutes[minute], minutes[minute]);
        }
        EXHIBIT.modelled(chart);
        EXHIBIT.modelled("provisioned", PROVISIONED);
        EXHIBIT.modelled("writes-a-second", RATE);
        EXHIBIT.modelled("minutes-with-throttling", bad);
        EXHIBIT.modelled("throttled", IntStream.of(minutes).sum());
        EXHIBIT.modelled("of-writes", RATE * 60 * bad);
        EXHIBIT.modelled("throttled-in-the-twelfth-minute", minutes[11]);
    }
}
