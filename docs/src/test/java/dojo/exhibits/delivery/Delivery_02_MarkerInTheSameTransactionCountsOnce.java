package dojo.exhibits.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import dojo.lab.stream.BatchResult;
import dojo.lab.stream.StreamPoller;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every second acknowledgement of the consumer is lost: more than a real poller loses, so that it is met. */
@WithLab(laws = "[streams]\nshards = 1")
@WithTable(sortKey = "")
class Delivery_02_MarkerInTheSameTransactionCountsOnce {

    private static final int ORDERS = 20;

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("The id of the record, stored in one transaction with its effect, makes"
                    + " every further delivery harmless.");

    @Test
    void whatever_is_delivered_again_counts_once(Lab lab, LabTable table) {
        String stream = Sales.stream(lab, table.name());
        var sales = new Sales(lab.backstage(), Sales.totals(lab));
        var delivered = new AtomicInteger();
        try (var poller = StreamPoller.of(lab.streams(), stream)
                .on(lab.clock())
                .batchSize(5)
                .losingAcknowledgements(0.5)
                .start(batch -> {
                    delivered.addAndGet(batch.records().size());
                    sales.countOnce(batch.records());
                    return BatchResult.done();
                })) {
            Sales.order(lab, table.name(), ORDERS);
            lab.clock().advance(Duration.ofMinutes(10));
            assertThat(poller.isCaughtUp()).isTrue();
        }

        assertThat(delivered.get()).isGreaterThan(ORDERS);
        assertThat(Sales.counted(lab)).isEqualTo(ORDERS);
        EXHIBIT.modelled("orders", ORDERS);
        EXHIBIT.modelled("delivered", delivered.get());
        EXHIBIT.modelled("counted", Sales.counted(lab));
    }
}
