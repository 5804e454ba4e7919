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
class Regions_03_TurnsSurviveAndTheirCounterDoesNot {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("Turns of two Regions have different keys, so both are kept; the"
            + " counter they share is one item, and one of its two increments is lost.");

    @Test
    void two_turns_are_stored_and_one_is_counted(LabTable table, Lab lab) {
        var globe = new Globe(lab, table);
        globe.put(Globe.HOME, Map.of("PK", fromS("SESSION#s-42"), "SK", fromS("META"), "turn_count", fromN("0")));
        globe.waitFor(Duration.ofSeconds(3));

        say(globe, Globe.HOME, "TURN#000001#us");
        globe.waitFor(Duration.ofMillis(100));
        say(globe, Globe.EUROPE, "TURN#000001#eu");
        globe.waitFor(Duration.ofSeconds(5));

        var session = globe.session(Globe.HOME);
        assertThat(session).containsOnlyKeys("META", "TURN#000001#eu", "TURN#000001#us");
        assertThat(session.get("META")).containsEntry("turn_count", fromN("1"));
        EXHIBIT.modelled("turns-kept", session.size() - 1);
        EXHIBIT.modelled("turns-counted", 1);
    }

    private static void say(Globe globe, String region, String sortKey) {
        globe.put(region, Map.of("PK", fromS("SESSION#s-42"), "SK", fromS(sortKey)));
        globe.update(
                region,
                add -> add.updateExpression("SET turn_count = turn_count + :one")
                        .expressionAttributeValues(Map.of(":one", fromN("1"))));
    }
}
