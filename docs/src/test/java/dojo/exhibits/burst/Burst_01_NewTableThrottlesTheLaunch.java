package dojo.exhibits.burst;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.WithLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A hundredth of the real limits: a new table takes 40 write units a second, each partition 10. */
@WithLab(laws = """
                [capacity]
                scale = 0.01
                """)
class Burst_01_NewTableThrottlesTheLaunch {

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("A new on-demand table serves what a new table serves: twice that, on"
                    + " the first day, is throttled in part, however well the keys are spread.");

    @Test
    void half_of_twice_the_start_is_throttled(Lab lab) {
        int throttled = Launch.onNewTable(lab).throttled(i -> "c-%04d".formatted(i));

        assertThat(throttled).isBetween(Launch.WRITES / 4, Launch.WRITES * 2 / 3);
        EXHIBIT.modelled("writes", Launch.WRITES);
        EXHIBIT.modelled("writes-a-second", (double) Launch.WRITES / Launch.TIME.toSecondsPart());
        EXHIBIT.modelled("table-limit", 40);
        EXHIBIT.modelled("throttled", throttled);
    }
}
