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

/** A partition takes 10 write units a second, a hundredth of a real one; a write takes 4 ms. Our model. */
@WithLab(laws = """
                [pace]
                [capacity]
                partition-write-units = 10
                """)
@WithTable
class Retries_01_RetryAtOnceMultipliesTheLoad {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("Callers who repeat a throttled write at once use up their attempts"
            + " while the limit still holds: many requests, and orders that are not stored.");

    @Test
    void eight_attempts_at_once_are_spent_in_a_moment(LabTable table, Lab lab, Seed seed) {
        var rush = new Rush(lab, table);
        int stored = rush.run(seed.value(), (attempt, random) -> Duration.ZERO);

        int requests = lab.meter().total().requests();
        assertThat(stored).isLessThan(Rush.ORDERS * 3 / 4);
        assertThat(requests).isGreaterThan(4 * Rush.ORDERS);
        EXHIBIT.modelled(rush.refusals(
                Plot.bars("timeline")
                        .titled(
                                "Eight attempts are over in a moment",
                                "All refusals stand in the first fraction of a second. When the limit has recovered,"
                                        + " nobody is asking any more.",
                                "milliseconds since the rush began",
                                "refused in ten milliseconds",
                                "refused"),
                Duration.ofMillis(10)));
        EXHIBIT.modelled("orders", Rush.ORDERS);
        EXHIBIT.modelled("stored", stored);
        EXHIBIT.modelled("requests", requests);
    }
}
