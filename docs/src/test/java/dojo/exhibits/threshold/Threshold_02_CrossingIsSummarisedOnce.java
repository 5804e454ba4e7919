package dojo.exhibits.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.bill.Bill;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import dojo.lab.stream.BatchResult;
import dojo.lab.stream.StreamPoller;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every third acknowledgement of the consumer is lost: more than a real poller loses, so that it is met. */
@WithLab(laws = "[streams]\nshards = 1")
@WithTable
class Threshold_02_CrossingIsSummarisedOnce {

    private static final int CHATS = 4;

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming(
            "A consumer that compares the counts before and after a change, and stores under the number"
                    + " of the window, makes one summary a window, whatever is delivered again.");

    @Test
    void each_window_of_each_chat_has_one_summary(Lab lab, LabTable table) {
        var chats = new Chats(lab, table.name());
        var paid = new AtomicInteger();
        var delivered = new AtomicInteger();
        var work = new AtomicReference<>(Bill.ZERO);
        var desk = new SummaryDesk(
                lab.client(), table.name(), window -> "window " + window + ", call " + paid.incrementAndGet());
        try (var poller = StreamPoller.of(lab.streams(), chats.stream())
                .on(lab.clock())
                .batchSize(10)
                .losingAcknowledgements(1 / 3.0)
                .start(batch -> {
                    delivered.addAndGet(batch.records().size());
                    int mark = lab.meter().mark();
                    batch.records().forEach(desk::onChange);
                    work.accumulateAndGet(lab.meter().billSince(mark), Bill::plus);
                    return BatchResult.done();
                })) {
            for (int i = 0; i < CHATS; i += 2) {
                chats.byPairs("s-" + i);
                chats.oneByOne("s-" + (i + 1));
            }
            lab.clock().advance(Duration.ofMinutes(10));
            assertThat(poller.isCaughtUp()).isTrue();
        }

        long summaries = table.items().stream()
                .filter(item -> String.valueOf(item.get("SK")).contains("SUMMARY#"))
                .count();
        int written = (21 + 82) * CHATS / 2 + 2 * CHATS;
        assertThat(delivered.get()).isGreaterThan(written);
        assertThat(summaries).isEqualTo(2 * CHATS);
        assertThat(paid.get()).isEqualTo(2 * CHATS);
        EXHIBIT.modelled("records-written", written);
        EXHIBIT.modelled("records-delivered", delivered.get());
        EXHIBIT.modelled("windows", 2 * CHATS);
        EXHIBIT.modelled("summaries", (int) summaries);
        EXHIBIT.modelled("calls-of-the-model", paid.get());
        EXHIBIT.byRule("write-units-of-a-summary", work.get().writeUnits() / summaries);
        EXHIBIT.byRule(
                "read-units-of-a-lookup", work.get().readUnits() / (work.get().requests() - summaries));
    }
}
