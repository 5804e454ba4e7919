package dojo.exhibits.tallies;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every change is a second away from the other Region: our model. */
@WithLab(laws = """
                [regions]
                tables = "all"
                shortest-lag = "1 s"
                usual-lag = "1 s"
                [[regions.members]]
                region = "us-east-1"
                role = "replica"
                [[regions.members]]
                region = "eu-west-1"
                role = "replica"
                """)
@WithTable
class Tallies_02_CounterOfEachRegionAddsUp {

    private static final String SESSION = "SESSION#s-42";

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("If each Region adds to an item of its own, no item has two writers and nothing is lost;"
                    + " each write is paid in every Region that holds the table.");

    @Test
    void five_and_seven_make_twelve(Lab lab, LabTable table) {
        var home = new Tally(lab.in("us-east-1").client(), table.name(), "us-east-1");
        var europe = new Tally(lab.in("eu-west-1").client(), table.name(), "eu-west-1");

        int mark = lab.meter().mark();
        home.count(SESSION);
        double here = lab.meter().billSince(mark).writeUnits();
        lab.clock().advance(Duration.ofSeconds(5));
        double there = lab.regions().bill("eu-west-1").replicatedWriteUnits();
        for (int i = 0; i < 7; i++) {
            if (i < 4) {
                home.count(SESSION);
            }
            europe.count(SESSION);
            lab.clock().advance(Duration.ofMillis(50));
        }
        int early = home.total(SESSION);
        lab.clock().advance(Duration.ofMinutes(1));
        mark = lab.meter().mark();
        int total = home.total(SESSION);
        double reading = lab.meter().billSince(mark).readUnits();

        assertThat(early).isLessThan(12);
        assertThat(total).isEqualTo(europe.total(SESSION)).isEqualTo(12);
        assertThat(here).isEqualTo(1).isEqualTo(there);
        EXHIBIT.modelled("counted-at-once", early);
        EXHIBIT.modelled("counted-a-minute-later", total);
        EXHIBIT.byRule("write-units-at-home", here);
        EXHIBIT.byRule("replicated-units-in-the-other-region", there);
        EXHIBIT.byRule("read-units-of-the-total", reading);
    }
}
