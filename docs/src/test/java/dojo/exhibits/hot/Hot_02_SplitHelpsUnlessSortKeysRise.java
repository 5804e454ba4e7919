package dojo.exhibits.hot;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.exhibits.Plot;
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
    private static final int LAST = 8;
    private static final Duration TIME = Duration.ofSeconds(20);

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("A split for heat relieves a key whose sort keys are spread. If new"
            + " sort keys always come last, all writes go to the last part, as before.");

    @Test
    void after_the_split_only_spread_sort_keys_are_served(LabTable table, Lab lab) {
        int[] rising = rounds(lab, table, "s-rising", Turns::rising);
        int[] spread = rounds(lab, table, "s-spread", Turns::spread);

        assertThat(rising[0]).isPositive();
        assertThat(rising[LAST]).isGreaterThanOrEqualTo(rising[0] - 5);
        assertThat(spread[0]).isPositive();
        assertThat(spread[LAST]).isLessThan(spread[0] / 4);
        var split = Plot.lines("split")
                .titled(
                        "A split for heat helps one of two",
                        "Both sessions lose writes for two minutes. After the split the one with spread sort keys"
                                + " loses hardly any, and the one whose sort keys rise as many as before.",
                        "seconds since the heat began",
                        "writes refused in twenty seconds",
                        "sort keys rise",
                        "sort keys are spread");
        for (int round = 0; round <= LAST; round++) {
            split.at(round * TIME.toSeconds(), rising[round], spread[round]);
        }
        EXHIBIT.modelled(split);
        EXHIBIT.modelled("writes", WRITES);
        EXHIBIT.modelled("throttled-rising", rising[0]);
        EXHIBIT.modelled("throttled-rising-after-the-split", rising[LAST]);
        EXHIBIT.modelled("throttled-spread", spread[0]);
        EXHIBIT.modelled("throttled-spread-after-the-split", spread[LAST]);
    }

    /** Throttled writes of each twenty seconds of three minutes. */
    private static int[] rounds(Lab lab, LabTable table, String session, IntFunction<String> sortKey) {
        var traffic = Traffic.on(lab);
        var turns = new Turns(traffic.client(), table.name());
        return IntStream.rangeClosed(0, LAST)
                .map(round ->
                        traffic.throttled(WRITES, TIME, i -> turns.say(session, sortKey.apply(round * WRITES + i))))
                .toArray();
    }
}
