package dojo.exhibits.order;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@WithLab(laws = "[streams]\nshards = 1")
@WithTable(sortKey = "")
class Order_02_ReplayTakesTheCopyBack {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("A change that was set aside and is replayed comes after those that"
            + " followed it: a consumer that copies whatever it is handed goes back to it.");

    @Test
    void the_parcel_is_delivered_and_the_copy_says_packed(Lab lab, LabTable table) {
        var parcels = Parcels.in(lab, table.name());
        var replay = new Replay(lab, parcels);

        replay.setAsideSecondOfThree(parcels::copyBlindly);
        String before = parcels.copied("p-1");
        replay.replay(parcels::copyBlindly);
        String after = parcels.copied("p-1");

        assertThat(before).isEqualTo("delivered");
        assertThat(after).isEqualTo("packed");
        EXHIBIT.modelled("changes", 3);
        EXHIBIT.modelled("copy-before-the-replay", before);
        EXHIBIT.modelled("copy-after-the-replay", after);
    }
}
