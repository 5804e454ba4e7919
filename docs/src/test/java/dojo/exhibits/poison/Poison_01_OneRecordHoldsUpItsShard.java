package dojo.exhibits.poison;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import dojo.lab.stream.StreamPoller;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@WithLab(laws = """
        [streams]
        shards = 1
        """)
@WithTable(sortKey = "")
class Poison_01_OneRecordHoldsUpItsShard {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("With the defaults a record that cannot be processed is tried until"
            + " it expires, the records before it come again, and those behind it wait.");

    @Test
    void after_an_hour_nothing_behind_it_was_done(Lab lab, LabTable table) {
        var queue = new Queue(lab, table.name());
        try (var poller =
                StreamPoller.of(lab.streams(), queue.stream()).on(lab.clock()).start(queue::strict)) {
            queue.fill();
            lab.clock().advance(Duration.ofHours(1));

            long done = queue.done.stream().distinct().count();
            assertThat(done).isEqualTo(3);
            assertThat(queue.done.size()).isGreaterThan(3 * 10);
            assertThat(poller.iteratorAge()).isGreaterThan(Duration.ofMinutes(50));
            EXHIBIT.modelled("orders", Queue.ORDERS);
            EXHIBIT.modelled("done-after-an-hour", (double) done);
            EXHIBIT.modelled("attempts", queue.failures);
            EXHIBIT.modelled(
                    "iterator-age-in-minutes", (double) poller.iteratorAge().toMinutes());
        }
    }
}
