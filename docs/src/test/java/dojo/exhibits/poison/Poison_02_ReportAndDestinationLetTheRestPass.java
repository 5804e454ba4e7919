package dojo.exhibits.poison;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import dojo.lab.stream.DiscardedBatch;
import dojo.lab.stream.StreamPoller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@WithLab(laws = """
        [streams]
        shards = 1
        """)
@WithTable(sortKey = "")
class Poison_02_ReportAndDestinationLetTheRestPass {

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("With a bound on retries, bisection, a report of the failed record and"
                    + " a destination, every other record is done once and the bad one is kept aside.");

    @Test
    void nine_are_done_once_and_one_is_set_aside(Lab lab, LabTable table) {
        var queue = new Queue(lab, table.name());
        List<DiscardedBatch> aside = new ArrayList<>();
        try (var poller = StreamPoller.of(lab.streams(), queue.stream())
                .on(lab.clock())
                .retryAttempts(3)
                .bisectOnError()
                .reportBatchItemFailures()
                .onFailure(aside::add)
                .start(queue::reporting)) {
            queue.fill();
            lab.clock().advance(Duration.ofHours(1));

            assertThat(poller.isCaughtUp()).isTrue();
        }

        int records = aside.stream().mapToInt(DiscardedBatch::batchSize).sum();
        assertThat(queue.done).hasSize(Queue.ORDERS - 1).doesNotHaveDuplicates();
        assertThat(records).isEqualTo(1);
        EXHIBIT.modelled("orders", Queue.ORDERS);
        EXHIBIT.modelled("done", queue.done.size());
        EXHIBIT.modelled("set-aside", records);
        EXHIBIT.modelled("attempts", queue.failures);
    }
}
