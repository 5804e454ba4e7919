package dojo.c02_items.e2_compress_when_it_pays;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.junit.Inputs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Seed;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@WithLab
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TurnsHiddenTest {
    private final Lab lab;
    private final LabTable table;
    private final Turns turns;

    TurnsHiddenTest(Lab lab, DynamoDbClient ddb, LabTable table) {
        this.lab = lab;
        this.table = table;
        turns = new Turns(ddb, table.name());
    }

    @Test
    @Order(1)
    void a_retry_stores_the_same_bytes(Inputs inputs) {
        Turn turn = World.turn(World.text(inputs.given("letters", 3_500), "sakura"), 4);
        turns.append("s-42", 1, turn);
        List<Map<String, AttributeValue>> before = table.items("SESSION#s-42");
        turns.append("s-42", 1, turn);

        assertThat(table.items("SESSION#s-42").equals(before))
                .as("the item after a retry is, byte for byte, the item before it")
                .isTrue();
    }

    @Test
    @Order(2)
    void japanese_is_measured_in_bytes(Inputs inputs) {
        Turn turn = World.turn("七巻は在庫がございます。".repeat(inputs.given("sentences of 12 letters", 45)), 4);

        assertThat(writeUnits(turn))
                .as("write units for 540 letters, 1,620 bytes")
                .isEqualTo(1);
        assertThat(turns.texts("s-42")).containsExactly(turn.text());
    }

    @Test
    @Order(3)
    void no_turn_costs_more_than_the_cheaper_form(Seed seed, Inputs inputs) {
        int letters = inputs.given("letters of text", seed.random().nextInt(5, 60));
        Turn turn = World.turn(World.text(letters, "end"), inputs.given("letters of sources", 955 - letters));

        assertThat(writeUnits(turn)).as("write units of %s", inputs).isEqualTo(1);
        assertThat(turns.texts("s-42")).containsExactly(turn.text());
    }

    @Test
    @Order(4)
    void units_above_the_first_count_as_well(Inputs inputs) {
        Turn longer = World.turn(World.text(inputs.given("letters of text", 6_000), "sakura"), 4);
        Turn wide = World.turn(World.text(inputs.given("letters of another text", 300), "sakura"), 1_400);

        assertThat(writeUnits(longer)).as("write units, 6 plain and 2 packed").isEqualTo(2);
        assertThat(writeUnits(wide)).as("write units, 2 in either form").isEqualTo(2);
        assertThat(table.items("SESSION#s-42").get(0).keySet())
                .as("attributes of the turn that costs 2 units in either form")
                .contains("content");
    }

    private double writeUnits(Turn turn) {
        int mark = lab.meter().mark();
        turns.append("s-42", 1, turn);
        return lab.meter().billSince(mark).writeUnits();
    }
}
