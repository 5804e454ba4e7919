package dojo.exhibits.pressure;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.exhibits.Plot;
import dojo.lab.Lab;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@WithLab(laws = """
        [capacity]
        burst = "2 s"
        """)
@WithTable(globalIndexes = @GlobalIndex(name = "by-state", partitionKey = "state"))
class Pressure_01_SlowIndexThrottlesTheTable {

    private static final int ORDERS = 200;
    private static final Duration TIME = Duration.ofSeconds(20);

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("A write that an index has no throughput for is refused at the table,"
                    + " whatever the table has; a write that the index does not see goes on.");

    @Test
    void orders_in_the_index_are_throttled_and_others_are_not(Lab lab, LabTable table) {
        var orders = new Orders(lab, table.name());
        orders.provision(100, 2);

        var pressure = Plot.bars("pressure")
                .titled(
                        "An index refuses for its table",
                        "While every order goes into the index, four of five are refused. From second twenty on no"
                                + " order has a state, and all are taken.",
                        "seconds",
                        "orders in two seconds",
                        "taken",
                        "refused");
        int inTheIndex = 0;
        int outside = 0;
        for (int step = 0; step < 20; step++) {
            int throttled = orders.throttled(ORDERS / 10, TIME.dividedBy(10), step < 10);
            inTheIndex += step < 10 ? throttled : 0;
            outside += step < 10 ? 0 : throttled;
            pressure.at(step * 2, ORDERS / 10.0 - throttled, throttled);
        }

        assertThat(inTheIndex).isBetween(ORDERS * 7 / 10, ORDERS * 9 / 10);
        assertThat(outside).isZero();
        assertThat(orders.reasons()).containsExactly("IndexWriteProvisionedThroughputExceeded");
        EXHIBIT.modelled(pressure);
        EXHIBIT.modelled("units-of-the-table", 100);
        EXHIBIT.modelled("units-of-the-index", 2);
        EXHIBIT.modelled("orders-a-second", (double) ORDERS / TIME.toSecondsPart());
        EXHIBIT.modelled("orders", ORDERS);
        EXHIBIT.modelled("throttled-in-the-index", inTheIndex);
        EXHIBIT.modelled("throttled-outside", outside);
        EXHIBIT.modelled("reason", orders.reasons().iterator().next());
    }
}
