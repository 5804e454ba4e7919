package dojo.exhibits.reads;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.item.ItemSize;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@WithLab
@WithTable
class Reads_01_FilterPaysForWhatItReads {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming(
            "A filter runs after the read: it makes the answer smaller and leaves the bill as it was.");

    @Test
    void five_items_of_a_hundred_cost_as_much_as_the_hundred(LabTable table) {
        var tickets = Tickets.stateAsAttribute("tokyo");
        table.putAll(tickets);
        var reads = new TicketReads(table.backstage(), table.name());

        var filtered = reads.openByFilter("tokyo", true);
        var everything = reads.all("tokyo", true);
        var eventual = reads.openByFilter("tokyo", false);

        assertThat(filtered.count()).isEqualTo(Tickets.OPEN);
        assertThat(filtered.scannedCount()).isEqualTo(Tickets.ALL);
        double units = filtered.consumedCapacity().capacityUnits();
        assertThat(units).isEqualTo(everything.consumedCapacity().capacityUnits());
        assertThat(eventual.consumedCapacity().capacityUnits()).isEqualTo(units / 2);
        EXHIBIT.measured("items-read", filtered.scannedCount());
        EXHIBIT.measured("items-returned", filtered.count());
        EXHIBIT.byRule(
                "bytes-read", tickets.stream().mapToDouble(ItemSize::bytes).sum());
        EXHIBIT.measured("strong-units", units);
        EXHIBIT.measured(
                "strong-units-without-filter", everything.consumedCapacity().capacityUnits());
        EXHIBIT.measured("eventual-units", eventual.consumedCapacity().capacityUnits());
    }
}
