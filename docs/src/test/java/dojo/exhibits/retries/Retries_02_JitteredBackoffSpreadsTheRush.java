package dojo.exhibits.retries;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.exhibits.Plot;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Seed;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same partition and the same rush. */
@WithLab(laws = """
                [pace]
                [capacity]
                partition-write-units = 10
                """)
@WithTable
class Retries_02_JitteredBackoffSpreadsTheRush {

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("With pauses that double and are drawn by lot, the same callers with"
                    + " the same number of attempts store all orders, with fewer requests.");

    @Test
    void the_same_eight_attempts_reach_into_the_next_seconds(LabTable table, Lab lab, Seed seed) {
        var rush = new Rush(lab, table);
        int stored = rush.run(seed.value(), Rush::fullJitter);

        int requests = lab.meter().total().requests();
        assertThat(stored).isEqualTo(Rush.ORDERS);
        assertThat(requests).isLessThan(4 * Rush.ORDERS);
        EXHIBIT.modelled(rush.refusals(
                Plot.bars("timeline")
                        .titled(
                                "The same attempts, spread over seconds",
                                "The first rush is refused as before. Then the refusals thin out over the next second or"
                                        + " two, until every order is stored.",
                                "milliseconds since the rush began",
                                "refused in a tenth of a second",
                                "refused"),
                Duration.ofMillis(100)));
        EXHIBIT.modelled("stored", stored);
        EXHIBIT.modelled("requests", requests);
    }
}
