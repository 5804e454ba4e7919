package dojo.c02_items.e2_compress_when_it_pays;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TurnsTest {
    private static final Turn SHORT = World.turn("No, sorry.", 945);
    private static final Turn MEDIUM = World.turn(World.text(600, "sakura"), 4);
    private static final Turn LONG = World.turn(World.text(3_500, "sakura"), 4);
    private static final Turn TOGETHER = World.turn(World.text(800, "maple"), 400);

    private final LabTable table;
    private final Turns turns;

    TurnsTest(DynamoDbClient ddb, LabTable table) {
        this.table = table;
        turns = new Turns(ddb, table.name());
    }

    @Test
    @Order(1)
    void what_was_stored_is_read_again() {
        turns.append("s-42", 1, SHORT);
        turns.append("s-42", 2, LONG);

        assertThat(turns.texts("s-42")).containsExactly(SHORT.text(), LONG.text());
    }

    @Test
    @Order(2)
    void what_saves_no_unit_stays_readable() {
        turns.append("s-42", 1, SHORT);
        turns.append("s-42", 2, MEDIUM);

        assertThat(Moderation.find(table.backstage(), table.name(), "s-42", "sorry"))
                .as("turns in which moderation finds \"sorry\"")
                .containsExactly(1);
        assertThat(Moderation.find(table.backstage(), table.name(), "s-42", "sakura"))
                .as("turns in which moderation finds \"sakura\", 600 letters in all")
                .containsExactly(2);
    }

    @Test
    @Order(3)
    @Costs(requests = 5, readUnits = 0, writeUnits = 5)
    void five_turns_cost_five_write_units() {
        turns.append("s-42", 1, SHORT);
        turns.append("s-42", 2, MEDIUM);
        turns.append("s-42", 3, LONG);
        turns.append("s-42", 4, TOGETHER);
        turns.append("s-42", 5, World.turn("Thank you!", 4));
    }

    @Test
    @Order(4)
    void turns_of_older_programs_are_read() {
        World.fill(table.backstage(), table.name());
        turns.append("s-42", 3, SHORT);

        assertThat(turns.texts("s-42")).containsExactly("Is the parcel on its way?", "Yes, since noon.", "No, sorry.");
    }

    @Test
    @Order(5)
    void a_word_is_found_in_every_form() {
        World.fill(table.backstage(), table.name());
        turns.append("s-42", 3, MEDIUM);
        turns.append("s-42", 4, LONG);
        turns.append("s-42", 5, TOGETHER);

        assertThat(turns.mentioning("s-42", "sakura")).containsExactly(3, 4);
        assertThat(turns.mentioning("s-42", "noon")).containsExactly(2);
    }
}
