package dojo.exhibits.regions;

import static org.assertj.core.api.Assertions.assertThat;
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
class Regions_01_WholeItemWinsNotTheAttribute {

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("Two Regions change different attributes of one item: the later item"
                    + " wins as a whole, and the other attribute is lost everywhere, without an error.");

    @Test
    void one_of_two_different_attributes_is_lost(LabTable table, Lab lab) {
        var globe = new Globe(lab, table);
        globe.put(Globe.HOME, Map.of("PK", fromS("SESSION#s-42"), "SK", fromS("META")));
        globe.waitFor(Duration.ofSeconds(3));

        globe.update(
                Globe.HOME,
                set -> set.updateExpression("SET title = :v")
                        .expressionAttributeValues(Map.of(":v", fromS("Volume 7"))));
        globe.waitFor(Duration.ofMillis(100));
        globe.update(
                Globe.EUROPE,
                set -> set.updateExpression("SET page = :v").expressionAttributeValues(Map.of(":v", fromS("/cart"))));
        globe.waitFor(Duration.ofSeconds(5));

        var home = globe.session(Globe.HOME).get("META");
        assertThat(home).containsOnlyKeys("PK", "SK", "page");
        assertThat(globe.session(Globe.EUROPE).get("META")).isEqualTo(home);
        EXHIBIT.modelled("attributes-set", 2);
        EXHIBIT.modelled("attributes-kept", 1);
    }
}
