package dojo.exhibits.burst;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.WithLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same limits. */
@WithLab(laws = """
                [capacity]
                scale = 0.01
                """)
class Burst_02_WarmTableTakesTheLaunch {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("A table warmed beforehand takes the same launch; one hot key is"
            + " throttled on it as on any other, for its partition is no larger.");

    @Test
    void spread_writes_are_taken_and_one_key_is_not(Lab lab) {
        int spread = Launch.onWarmTable(lab).throttled(i -> "c-%04d".formatted(i));
        int one = Launch.onWarmTable(lab).throttled(i -> "c-hot");

        assertThat(spread).isLessThan(Launch.WRITES / 20);
        assertThat(one).isGreaterThan(Launch.WRITES / 2);
        EXHIBIT.modelled("table-limit", 80);
        EXHIBIT.modelled("throttled", spread);
        EXHIBIT.modelled("throttled-with-one-key", one);
    }
}
