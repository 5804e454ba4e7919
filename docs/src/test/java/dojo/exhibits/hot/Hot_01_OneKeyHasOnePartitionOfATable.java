package dojo.exhibits.hot;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.exhibits.Plot;
import dojo.lab.Lab;
import dojo.lab.capacity.CapacityLaw;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Traffic;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A partition takes 4 write units a second, a real one 1,000; the table has eight. Scaled down, so that it is quick. */
@WithLab(laws = """
                [capacity]
                partition-write-units = 4
                on-demand-write-units = 32
                """)
@WithTable
class Hot_01_OneKeyHasOnePartitionOfATable {

    private static final int WRITES = 160;
    private static final Duration TIME = Duration.ofSeconds(20);

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("Twice what a partition serves is refused by half if it goes to one"
            + " key, and not at all if it goes to many, in the same table.");

    @Test
    void one_session_is_throttled_where_forty_are_not(LabTable table, Lab lab) {
        var traffic = Traffic.on(lab);
        var turns = new Turns(traffic.client(), table.name());

        var heat = Plot.heat("heat")
                .titled(
                        "One key, one partition",
                        "For twenty seconds all eight partitions are lukewarm. Then the same writes go to one session:"
                                + " one partition is at its limit, and seven cool down.",
                        "seconds",
                        "write units a second that each partition takes",
                        "1",
                        "2",
                        "3",
                        "4",
                        "5",
                        "6",
                        "7",
                        "8");
        int spread = 0;
        int one = 0;
        for (int step = 0; step < 10; step++) {
            IntFunction<String> session = step < 5 ? i -> "s-" + i % 40 : i -> "s-hot";
            int first = step * WRITES / 5;
            int throttled = traffic.throttled(
                    WRITES / 5, TIME.dividedBy(5), i -> turns.say(session.apply(i), Turns.rising(first + i)));
            spread += step < 5 ? throttled : 0;
            one += step < 5 ? 0 : throttled;
            heat.at(
                    (step + 1) * 4,
                    lab.law(CapacityLaw.class).heat().stream()
                            .mapToDouble(line -> Math.rint(line.heat().writeUnits()))
                            .toArray());
        }

        assertThat(spread).isZero();
        assertThat(one).isBetween(WRITES / 3, WRITES / 2);
        EXHIBIT.modelled(heat);
        EXHIBIT.modelled("writes", WRITES);
        EXHIBIT.modelled("writes-a-second", (double) WRITES / TIME.toSecondsPart());
        EXHIBIT.modelled("partition-limit", 4);
        EXHIBIT.modelled("table-limit", 32);
        EXHIBIT.modelled("throttled-with-one-session", one);
        EXHIBIT.modelled("throttled-with-forty-sessions", spread);
    }
}
