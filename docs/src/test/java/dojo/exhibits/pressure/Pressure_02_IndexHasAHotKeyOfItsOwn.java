package dojo.exhibits.pressure;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On demand; a partition takes 4 write units a second, a real one 1,000. */
@WithLab(laws = """
        [capacity]
        partition-write-units = 4
        on-demand-write-units = 32
        """)
@WithTable(globalIndexes = @GlobalIndex(name = "by-state", partitionKey = "state"))
class Pressure_02_IndexHasAHotKeyOfItsOwn {

    private static final int ORDERS = 160;
    private static final Duration TIME = Duration.ofSeconds(20);

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("Keys that spread in the table meet in one key of the index, and its"
                    + " partition throttles the table's writes, on demand too.");

    @Test
    void one_state_is_one_partition_of_the_index(Lab lab, LabTable table) {
        var orders = new Orders(lab, table.name());

        int outside = orders.throttled(ORDERS, TIME, false);
        int inTheIndex = orders.throttled(ORDERS, TIME, true);

        assertThat(outside).isZero();
        assertThat(inTheIndex).isBetween(ORDERS / 3, ORDERS * 2 / 3);
        assertThat(orders.reasons()).containsExactly("IndexWriteKeyRangeThroughputExceeded");
        EXHIBIT.modelled("orders", ORDERS);
        EXHIBIT.modelled("orders-a-second", (double) ORDERS / TIME.toSecondsPart());
        EXHIBIT.modelled("partition-limit", 4);
        EXHIBIT.modelled("throttled-without-a-state", outside);
        EXHIBIT.modelled("throttled-with-one-state", inTheIndex);
        EXHIBIT.modelled("reason", orders.reasons().iterator().next());
    }
}
