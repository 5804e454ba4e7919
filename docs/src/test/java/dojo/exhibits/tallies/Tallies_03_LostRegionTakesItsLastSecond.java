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
class Tallies_03_LostRegionTakesItsLastSecond {

    private static final int WRITES = 40;

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming(
            "When a Region is cut off, the other has what had arrived: writes of the last second or two"
                    + " were acknowledged and are missing until the Region is back.");

    @Test
    void what_was_on_its_way_is_missing_until_the_region_returns(Lab lab, LabTable table) {
        var home = new Tally(lab.in("us-east-1").client(), table.name(), "us-east-1");
        var europe = new Tally(lab.in("eu-west-1").client(), table.name(), "eu-west-1");
        for (int i = 0; i < WRITES; i++) {
            home.count("SESSION#s-42");
            lab.clock().advance(Duration.ofMillis(100));
        }

        lab.regions().isolate("us-east-1");
        lab.clock().advance(Duration.ofMinutes(10));
        int arrived = europe.total("SESSION#s-42");
        lab.regions().rejoin("us-east-1");
        lab.clock().advance(Duration.ofMinutes(1));

        assertThat(arrived).isBetween(WRITES / 2, WRITES - 1);
        assertThat(europe.total("SESSION#s-42")).isEqualTo(WRITES);
        EXHIBIT.modelled("acknowledged", WRITES);
        EXHIBIT.modelled("writes-a-second", 10);
        EXHIBIT.modelled("missing-while-cut-off", WRITES - arrived);
        EXHIBIT.modelled("missing-afterwards", 0);
    }
}
