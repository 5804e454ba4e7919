package dojo.exhibits.order;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import dojo.lab.stream.StreamPoller;
import dojo.lab.stream.StreamPollerBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@WithLab(laws = "[streams]\nshards = 4")
@WithTable
class Order_01_OnlyAnItemIsInOrder {

    private static final int ITEMS = 8;
    private static final int CHANGES = 80;

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("The changes of one item arrive in their order, those of several"
            + " items in another than they were made in; with ten batches at a time even those of one partition key.");

    @Test
    void each_item_is_in_order_and_all_together_are_not(Lab lab, LabTable table) {
        String stream = Parcels.in(lab, table.name()).stream();
        var acrossKeys = new Changes("P#");
        var underOneKey = new Changes("ONE");
        var underOneKeyAtATime = new Changes("ONE");
        try (var first = poller(lab, stream).start(acrossKeys::note);
                var second = poller(lab, stream).start(underOneKey::note)) {
            for (int i = 0; i < CHANGES; i++) {
                Changes.make(lab, table.name(), "P#" + i % ITEMS, "S", i);
                Changes.make(lab, table.name(), "ONE", "S#" + i % ITEMS, i);
                lab.clock().advance(Duration.ofMillis(20));
            }
            lab.clock().advance(Duration.ofMinutes(1));
            assertThat(first.isCaughtUp() && second.isCaughtUp()).isTrue();
        }
        try (var third = poller(lab, stream).parallelizationFactor(10).start(underOneKeyAtATime::note)) {
            lab.clock().advance(Duration.ofMinutes(1));
            assertThat(third.isCaughtUp()).isTrue();
        }

        assertThat(acrossKeys.count()).isEqualTo(CHANGES);
        assertThat(acrossKeys.stepsBackWithinAnItem()).isZero();
        assertThat(acrossKeys.stepsBack()).isPositive();
        assertThat(underOneKey.stepsBack()).isZero();
        assertThat(underOneKeyAtATime.count()).isEqualTo(CHANGES);
        assertThat(underOneKeyAtATime.stepsBackWithinAnItem()).isZero();
        assertThat(underOneKeyAtATime.stepsBack()).isPositive();
        EXHIBIT.modelled("items", ITEMS);
        EXHIBIT.modelled("changes", CHANGES);
        EXHIBIT.modelled("steps-back-within-an-item", acrossKeys.stepsBackWithinAnItem());
        EXHIBIT.modelled("steps-back-across-items", acrossKeys.stepsBack());
        EXHIBIT.modelled("steps-back-under-one-key", underOneKey.stepsBack());
        EXHIBIT.modelled("steps-back-under-one-key-with-ten-batches", underOneKeyAtATime.stepsBack());
    }

    private static StreamPollerBuilder poller(Lab lab, String stream) {
        return StreamPoller.of(lab.streams(), stream).on(lab.clock());
    }
}
