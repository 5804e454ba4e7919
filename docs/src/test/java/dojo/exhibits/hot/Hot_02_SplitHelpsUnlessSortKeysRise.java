package dojo.exhibits.hot;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Traffic;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** As before, but the lab decides to split after a minute of heat and takes half of one: our model, scaled down. */
@WithLab(laws = """
                [capacity]
                partition-write-units = 4
                on-demand-write-units = 32
                heat-for = "1 min"
                split-takes = "30 s"
                """)
@WithTable
class Hot_02_SplitHelpsUnlessSortKeysRise {

    private static final int WRITES = 140;
    private static final Duration TIME = Duration.ofSeconds(20);

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("A split for heat relieves a key whose sort keys are spread. If new"
            + " sort keys always come last, all writes go to the last part, as before.");

    @Test
    void after_the_split_only_spread_sort_keys_are_served(LabTable table, Lab lab) {
        int[] rising = firstAndLast(lab, table, "s-rising", Turns::rising);
        int[] spread = firstAndLast(lab, table, "s-spread", Turns::spread);

        assertThat(rising[0]).isPositive();
        assertThat(rising[1]).isGreaterThanOrEqualTo(rising[0] - 5);
        assertThat(spread[0]).isPositive();
        assertThat(spread[1]).isLessThan(spread[0] / 4);
        EXHIBIT.modelled("writes", WRITES);
        EXHIBIT.modelled("throttled-rising", rising[0]);
        EXHIBIT.modelled("throttled-rising-after-the-split", rising[1]);
        EXHIBIT.modelled("throttled-spread", spread[0]);
        EXHIBIT.modelled("throttled-spread-after-the-split", spread[1]);
    }

    /** Throttled writes of the first twenty seconds, and of the last twenty of three minutes. */
    private static int[] firstAndLast(Lab lab, LabTable table, String session, IntFunction<String> sortKey) {
        var traffic = Traffic.on(lab);
        var turns = new Turns(traffic.client(), table.name());
        int[] throttled = IntStream.range(0, 9)
                .map(round ->
                        traffic.throttled(WRITES, TIME, i -> turns.say(session, sortKey.apply(round * WRITES + i))))
                .toArray();
        return new int[] {throttled[0], throttled[8]};
    }
}
