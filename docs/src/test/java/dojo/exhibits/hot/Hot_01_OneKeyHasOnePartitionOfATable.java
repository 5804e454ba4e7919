package dojo.exhibits.hot;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Traffic;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
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

        int spread = traffic.throttled(WRITES, TIME, i -> turns.say("s-" + i % 40, Turns.rising(i)));
        int one = traffic.throttled(WRITES, TIME, i -> turns.say("s-hot", Turns.rising(i)));

        assertThat(spread).isZero();
        assertThat(one).isBetween(WRITES / 3, WRITES / 2);
        EXHIBIT.modelled("writes", WRITES);
        EXHIBIT.modelled("writes-a-second", (double) WRITES / TIME.toSecondsPart());
        EXHIBIT.modelled("partition-limit", 4);
        EXHIBIT.modelled("table-limit", 32);
        EXHIBIT.modelled("throttled-with-one-session", one);
        EXHIBIT.modelled("throttled-with-forty-sessions", spread);
    }
}
