package dojo.c02_items.e1_one_item_or_many;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Costs;
import dojo.lab.junit.Inputs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Race;
import dojo.lab.junit.Seed;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TranscriptHiddenTest {
    private final LabTable table;
    private final Race race;
    private final Transcript transcript;

    TranscriptHiddenTest(DynamoDbClient ddb, LabTable table) {
        this.table = table;
        race = Race.on(ddb);
        transcript = new Transcript(race.client(), table.name());
    }

    @Test
    @Order(1)
    @Costs(requests = 1, readUnits = 1, writeUnits = 0)
    void the_latest_five_of_forty_cost_one_read_unit(Inputs inputs) {
        int turns = inputs.given("turns of 900 bytes", 40);
        World.chat(table.backstage(), table.name(), "s-42", turns, 900);

        assertThat(transcript.latest("s-42", 5)).hasSize(5).endsWith(World.turn(turns, 900));
    }

    @Test
    @Order(2)
    void a_retry_leaves_one_turn() {
        transcript.append("s-42", 1, World.turn(1, 20));
        transcript.append("s-42", 2, World.turn(2, 30));
        transcript.append("s-42", 2, World.turn(2, 30));

        assertThat(transcript.latest("s-42", 9))
                .as("turns after turn 2 was appended twice")
                .containsExactly(World.turn(1, 20), World.turn(2, 30));
    }

    @Test
    @Order(3)
    void two_turns_at_once_are_both_kept() throws Exception {
        race.run(() -> append(1), () -> append(2));

        assertThat(transcript.latest("s-42", 9))
                .as("turns 1 and 2 after both were appended at the same moment")
                .containsExactlyInAnyOrder(World.turn(1, 20), World.turn(2, 20));
    }

    @Test
    @Order(4)
    void turns_stay_in_order_beyond_the_hundredth(Seed seed, Inputs inputs) {
        String session = inputs.given("session", seed.id("s"));
        int turns = inputs.given("turns", seed.random().nextInt(101, 106));
        World.chat(table.backstage(), table.name(), session, turns, 10);
        World.chat(table.backstage(), table.name(), session + "0", 1, 10);

        assertThat(transcript.latest(session, 2)).isEqualTo(List.of(World.turn(turns - 1, 10), World.turn(turns, 10)));
        assertThat(transcript.latest(session, 200)).hasSize(turns).startsWith(World.turn(1, 10));
    }

    private boolean append(int position) {
        transcript.append("s-42", position, World.turn(position, 20));
        return true;
    }
}
