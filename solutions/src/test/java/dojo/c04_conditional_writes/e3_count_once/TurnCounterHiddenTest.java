package dojo.c04_conditional_writes.e3_count_once;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Inputs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Race;
import dojo.lab.junit.Seed;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@WithLab
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TurnCounterHiddenTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T09:00:00Z"));

    private final LabTable table;
    private final Race race;
    private final TurnCounter counter;

    TurnCounterHiddenTest(DynamoDbClient ddb, LabTable table) {
        this.table = table;
        race = Race.on(ddb);
        counter = new TurnCounter(race.client(), table.name(), CLOCK);
    }

    @Test
    @Order(1)
    void a_turn_reported_again_much_later_is_not_counted_again(Seed seed, Inputs inputs) {
        int turns = inputs.given("turns", seed.random().nextInt(5, 12));
        int again = inputs.given("reported again", seed.random().nextInt(1, turns - 2));
        table.put(new Session("s-42", "/manga/7", 0).item());
        for (int position = 1; position <= turns; position++) {
            assertThat(counter.count("s-42", position))
                    .as("turns, with number %s reported", position)
                    .hasValue(position);
        }
        OptionalInt told = counter.count("s-42", again);

        assertThat(stored()).containsExactly(new Session("s-42", "/manga/7", turns));
        assertThat(told).as("turns, with number %s reported again", again).hasValue(turns);
    }

    @Test
    @Order(2)
    void turns_may_be_reported_in_any_order() {
        table.put(new Session("s-42", "/manga/7", 6).item());
        counter.count("s-42", 8);
        OptionalInt told = counter.count("s-42", 7);

        assertThat(stored()).containsExactly(new Session("s-42", "/manga/7", 8));
        assertThat(told).as("turns, with number 7 reported after number 8").hasValue(8);
    }

    @Test
    @Order(3)
    void a_turn_reported_twice_at_once_counts_once() throws Exception {
        table.put(new Session("s-42", "/manga/7", 6).item());
        List<OptionalInt> told = race.run(() -> counter.count("s-42", 7), () -> counter.count("s-42", 7));

        assertThat(stored()).containsExactly(new Session("s-42", "/manga/7", 7));
        assertThat(told).containsExactly(OptionalInt.of(7), OptionalInt.of(7));
    }

    @Test
    @Order(4)
    void two_turns_at_once_both_count() throws Exception {
        table.put(new Session("s-42", "/manga/7", 6).item());
        race.run(() -> counter.count("s-42", 7), () -> counter.count("s-42", 8));

        assertThat(stored()).containsExactly(new Session("s-42", "/manga/7", 8));
    }

    @Test
    @Order(5)
    void what_others_keep_in_the_session_stays() {
        Map<String, AttributeValue> item = new HashMap<>(new Session("s-42", "/manga/7", 6).item());
        item.put("customer_id", AttributeValue.fromS("c-9"));
        table.put(item);
        counter.count("s-42", 7);

        assertThat(table.items("SESSION#s-42").get(0))
                .containsEntry("customer_id", AttributeValue.fromS("c-9"))
                .containsEntry("turn_count", AttributeValue.fromN("7"))
                .containsEntry("updated_at", AttributeValue.fromN(Long.toString(CLOCK.millis())));
    }

    private List<Session> stored() {
        return table.items("SESSION#s-42").stream().map(Session::of).toList();
    }
}
