package dojo.exhibits.stale;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Race;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
@WithTable
class Stale_02_StrongReadBeforeTheWriteStillRaces {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("Two callers who look first, strongly consistent, and write then,"
            + " both take the session; with a condition on the write one of them does.");

    @Test
    void both_look_and_both_take_it(DynamoDbClient ddb, LabTable table) throws Exception {
        Race race = Race.on(ddb);
        var owners = new Owners(race.client(), table.name());

        List<Boolean> looked =
                race.run(() -> owners.takeAfterLooking("s-1", "ada"), () -> owners.takeAfterLooking("s-1", "ben"));
        List<Boolean> conditional =
                race.run(() -> owners.takeByCondition("s-2", "ada"), () -> owners.takeByCondition("s-2", "ben"));

        assertThat(looked).containsExactly(true, true);
        assertThat(conditional).containsExactlyInAnyOrder(true, false);
        assertThat(table.items("SESSION#s-1")).hasSize(1);
        EXHIBIT.measured("owners-after-looking", Collections.frequency(looked, true));
        EXHIBIT.measured("owners-by-condition", Collections.frequency(conditional, true));
    }
}
