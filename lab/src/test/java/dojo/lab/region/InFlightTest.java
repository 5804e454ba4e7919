package dojo.lab.region;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.item.ItemKey;
import dojo.lab.region.InFlight.Claim;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class InFlightTest {

    private final InFlight inFlight = new InFlight();

    @Test
    void one_region_at_a_time_writes_an_item() {
        Claim home = items("us-east-1", "notes", "a");
        Claim europe = items("eu-west-1", "notes", "b", "a");

        assertThat(inFlight.begin(home)).isEmpty();
        assertThat(inFlight.begin(europe)).contains(home);
        inFlight.end(home);
        assertThat(inFlight.begin(europe)).isEmpty();
    }

    @Test
    void writes_from_the_same_region_and_to_other_items_and_tables_go_side_by_side() {
        Claim one = items("us-east-1", "notes", "a");
        assertThat(inFlight.begin(one)).isEmpty();
        assertThat(inFlight.begin(items("us-east-1", "notes", "a"))).isEmpty();
        assertThat(inFlight.begin(items("eu-west-1", "notes", "b"))).isEmpty();
        assertThat(inFlight.begin(items("eu-west-1", "notes2", "a"))).isEmpty();

        // The item stays claimed until both writes from home have ended.
        inFlight.end(one);
        assertThat(inFlight.begin(items("eu-west-1", "notes", "a"))).isPresent();
        inFlight.end(one);
        assertThat(inFlight.begin(items("eu-west-1", "notes", "a"))).isEmpty();
    }

    @Test
    void a_write_that_does_not_tell_its_items_claims_the_table() {
        Claim statement = InFlight.claimTables("us-east-1", Set.of("notes"));
        assertThat(inFlight.begin(statement)).isEmpty();
        assertThat(inFlight.begin(items("eu-west-1", "notes", "a"))).contains(statement);
        assertThat(inFlight.begin(InFlight.claimTables("eu-west-1", Set.of("notes"))))
                .contains(statement);
        assertThat(inFlight.begin(items("eu-west-1", "notes2", "a"))).isEmpty();
        assertThat(inFlight.begin(InFlight.claimTables("us-west-2", Set.of("notes2"))))
                .isPresent();
    }

    private static Claim items(String region, String table, String... ids) {
        return InFlight.claim(
                region,
                List.of(ids).stream()
                        .map(id -> new ItemKey(table, Map.of("id", AttributeValue.fromS(id))))
                        .toList());
    }
}
