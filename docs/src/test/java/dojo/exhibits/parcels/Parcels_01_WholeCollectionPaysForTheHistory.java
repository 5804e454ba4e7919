package dojo.exhibits.parcels;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@WithLab
@WithTable
class Parcels_01_WholeCollectionPaysForTheHistory {

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("A screen that reads its whole item collection gets dearer with each event that is stored"
                    + " beside it, though it shows none of them.");

    @Test
    void the_same_screen_costs_more_after_shipping(Lab lab, LabTable table) {
        var desk = new OrderDesk(lab.client(), table.name());
        Orders.place(table);

        double before = units(lab, desk);
        Orders.ship(new OrderDesk(table.backstage(), table.name()), 100);
        double after = units(lab, desk);
        int read = desk.everything(Orders.ORDER).count();

        assertThat(before).isEqualTo(0.5);
        assertThat(after).isGreaterThan(2);
        assertThat(read).isEqualTo(209);
        EXHIBIT.byRule("read-units-before-shipping", before);
        EXHIBIT.byRule("read-units-after-shipping", after);
        EXHIBIT.measured("items-read", read);
    }

    private static double units(Lab lab, OrderDesk desk) {
        int mark = lab.meter().mark();
        desk.everything(Orders.ORDER);
        return lab.meter().billSince(mark).readUnits();
    }
}
