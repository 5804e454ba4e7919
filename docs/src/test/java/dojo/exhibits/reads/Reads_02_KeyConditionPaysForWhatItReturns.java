package dojo.exhibits.reads;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@WithLab
@WithTable
class Reads_02_KeyConditionPaysForWhatItReturns {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming(
            "With the state in the sort key, the same question reads only what it returns, and pays for that.");

    @Test
    void five_items_of_a_hundred_cost_as_much_as_five(LabTable table) {
        table.putAll(Tickets.stateInKey("tokyo"));
        var reads = new TicketReads(table.backstage(), table.name());

        var strong = reads.openByKey("tokyo", true);
        var eventual = reads.openByKey("tokyo", false);

        assertThat(strong.count()).isEqualTo(Tickets.OPEN);
        assertThat(strong.scannedCount()).isEqualTo(Tickets.OPEN);
        assertThat(strong.consumedCapacity().capacityUnits()).isEqualTo(1.0);
        assertThat(eventual.consumedCapacity().capacityUnits()).isEqualTo(0.5);
        EXHIBIT.measured("items-read", strong.scannedCount());
        EXHIBIT.measured("items-returned", strong.count());
        EXHIBIT.measured("strong-units", strong.consumedCapacity().capacityUnits());
        EXHIBIT.measured("eventual-units", eventual.consumedCapacity().capacityUnits());
    }
}
