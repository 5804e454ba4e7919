package dojo.exhibits.regions;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

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
class Regions_02_ConditionHoldsInBothRegions {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("A condition on a version is checked against the copy of the Region"
            + " that is asked: both Regions accept their update, and one of the two is lost.");

    @Test
    void both_updates_from_version_one_succeed_and_one_remains(LabTable table, Lab lab) {
        var globe = new Globe(lab, table);
        globe.put(Globe.HOME, Map.of("PK", fromS("SESSION#s-42"), "SK", fromS("META"), "version", fromN("1")));
        globe.waitFor(Duration.ofSeconds(3));

        int refused = rename(globe, Globe.HOME, "Volume 7");
        globe.waitFor(Duration.ofMillis(100));
        refused += rename(globe, Globe.EUROPE, "Volume 8");
        globe.waitFor(Duration.ofSeconds(5));

        assertThat(refused).isZero();
        assertThat(globe.session(Globe.HOME).get("META"))
                .containsEntry("title", fromS("Volume 8"))
                .isEqualTo(globe.session(Globe.EUROPE).get("META"));
        EXHIBIT.modelled("updates-accepted", 2 - refused);
        EXHIBIT.modelled("updates-kept", 1);
    }

    private static int rename(Globe globe, String region, String title) {
        try {
            globe.update(
                    region,
                    set -> set.updateExpression("SET title = :title, version = :next")
                            .conditionExpression("version = :read")
                            .expressionAttributeValues(
                                    Map.of(":title", fromS(title), ":read", fromN("1"), ":next", fromN("2"))));
            return 0;
        } catch (ConditionalCheckFailedException refused) {
            return 1;
        }
    }
}
