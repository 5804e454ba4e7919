package dojo.exhibits.parcels;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.bill.Bill;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@WithLab
@WithTable
class Parcels_02_ScreenStopsBeforeTheHistory {

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("With what the screen shows sorted before what it does not, one query reads the screen and"
                    + " stops there; a scan that comes late joins the history and does not turn the parcel back.");

    @Test
    void the_screen_costs_the_same_after_shipping(Lab lab, LabTable table) {
        var desk = new OrderDesk(lab.client(), table.name());
        Orders.place(table);
        Orders.ship(new OrderDesk(table.backstage(), table.name()), 100);

        int mark = lab.meter().mark();
        var screen = desk.screen(Orders.ORDER);
        Bill reading = lab.meter().billSince(mark);
        mark = lab.meter().mark();
        desk.scanned(Orders.ORDER, "1", "2026-11-23T18:00", "Delivered");
        Bill scan = lab.meter().billSince(mark);
        desk.scanned(Orders.ORDER, "1", "2026-11-23T17:00", "Van");
        mark = lab.meter().mark();
        int events = desk.history(Orders.ORDER, "1").size();
        Bill history = lab.meter().billSince(mark);

        assertThat(screen.count()).isEqualTo(9);
        assertThat(reading).isEqualTo(new Bill(1, 0.5, 0));
        assertThat(scan).isEqualTo(new Bill(2, 0, 2));
        assertThat(events).isEqualTo(102);
        assertThat(desk.screen(Orders.ORDER).items().get(7)).containsEntry("place", fromS("Delivered"));
        EXHIBIT.measured("items-of-the-screen", screen.count());
        EXHIBIT.byRule("read-units-of-the-screen", reading.readUnits());
        EXHIBIT.byRule("write-units-of-a-scan", scan.writeUnits());
        EXHIBIT.measured("events-of-a-parcel", events);
        EXHIBIT.byRule("read-units-of-a-history", history.readUnits());
    }
}
