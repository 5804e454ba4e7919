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
class Tallies_01_SharedCounterLosesOneRegion {

    private static final String SESSION = "SESSION#s-42";

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming(
            "A counter that two Regions add to at the same time ends with the additions of one of them,"
                    + " and every addition was acknowledged.");

    @Test
    void five_and_seven_make_seven(Lab lab, LabTable table) {
        var home = new Tally(lab.in("us-east-1").client(), table.name(), "us-east-1");
        var europe = new Tally(lab.in("eu-west-1").client(), table.name(), "eu-west-1");

        for (int i = 0; i < 7; i++) {
            if (i < 5) {
                home.countTogether(SESSION);
            }
            europe.countTogether(SESSION);
            lab.clock().advance(Duration.ofMillis(50));
        }
        lab.clock().advance(Duration.ofMinutes(1));

        assertThat(home.together(SESSION)).isEqualTo(europe.together(SESSION)).isEqualTo(7);
        EXHIBIT.modelled("added-at-home", 5);
        EXHIBIT.modelled("added-in-europe", 7);
        EXHIBIT.modelled("counted", home.together(SESSION));
    }
}
