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
class Order_03_NumberRefusesTheOlder {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("A copy that is put on the condition that its number is lower stays"
            + " at the newest change, whatever is replayed.");

    @Test
    void the_parcel_stays_delivered(Lab lab, LabTable table) {
        var parcels = Parcels.in(lab, table.name());
        var replay = new Replay(lab, parcels);

        replay.setAsideSecondOfThree(parcels::copyIfNewer);
        replay.replay(parcels::copyIfNewer);
        replay.replay(parcels::copyIfNewer);

        assertThat(parcels.copied("p-1")).isEqualTo("delivered");
        EXHIBIT.modelled("copy-after-the-replay", parcels.copied("p-1"));
    }
}
