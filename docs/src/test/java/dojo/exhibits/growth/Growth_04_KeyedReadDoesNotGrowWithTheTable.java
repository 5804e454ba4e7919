package dojo.exhibits.growth;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@WithLab
@WithTable
class Growth_04_KeyedReadDoesNotGrowWithTheTable {

    private static final int SMALL = 10;
    private static final int LARGE = 1_000;

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("A question that has a key costs the same however large the table"
            + " is; one that has none costs more with every item that anybody stores.");

    @Test
    void a_hundred_times_the_orders_cost_the_query_nothing_and_the_scan_everything(LabTable table) {
        var shop = new Shop(table.backstage(), table.name());
        table.putAll(Shop.orders(SMALL));
        double queryBefore = shop.ordersOf("ada").consumedCapacity().capacityUnits();
        double scanBefore = shop.searchedFor("ada").consumedCapacity().capacityUnits();

        table.putAll(Shop.orders(LARGE).subList(SMALL, LARGE));
        var query = shop.ordersOf("ada");
        var scan = shop.searchedFor("ada");

        assertThat(query.count()).isEqualTo(Shop.MINE);
        assertThat(scan.count()).isEqualTo(Shop.MINE);
        assertThat(scan.hasLastEvaluatedKey()).as("one page").isFalse();
        double units = query.consumedCapacity().capacityUnits();
        double searching = scan.consumedCapacity().capacityUnits();
        assertThat(units).isEqualTo(queryBefore);
        assertThat(searching).isGreaterThan(50 * scanBefore / 2);
        EXHIBIT.measured("items-before", SMALL);
        EXHIBIT.measured("items-after", LARGE);
        EXHIBIT.measured("eventual-units-of-the-query", units);
        EXHIBIT.measured("eventual-units-of-the-scan-before", scanBefore);
        EXHIBIT.measured("eventual-units-of-the-scan-after", searching);
    }
}
