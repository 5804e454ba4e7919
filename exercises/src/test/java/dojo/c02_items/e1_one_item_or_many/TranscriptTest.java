package dojo.c02_items.e1_one_item_or_many;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
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
class TranscriptTest {
    private final DynamoDbClient ddb;
    private final LabTable table;
    private final Transcript transcript;

    TranscriptTest(DynamoDbClient ddb, LabTable table) {
        this.ddb = ddb;
        this.table = table;
        transcript = new Transcript(ddb, table.name());
    }

    @Test
    @Order(1)
    void the_latest_turns_are_told_in_order() {
        World.chat(table.backstage(), table.name(), "s-42", 12, 100);

        assertThat(transcript.latest("s-42", 3))
                .containsExactly(World.turn(10, 100), World.turn(11, 100), World.turn(12, 100));
        assertThat(transcript.latest("s-4", 3))
                .as("turns of a chat without any")
                .isEmpty();
    }

    @Test
    @Order(2)
    @Costs(requests = 40, readUnits = 0, writeUnits = 40)
    void forty_turns_cost_forty_write_units() {
        World.chat(ddb, table.name(), "s-42", 40, 900);
    }

    @Test
    @Order(3)
    void a_chat_of_half_a_megabyte_goes_on() {
        World.chat(table.backstage(), table.name(), "s-42", 6, 90_000);

        assertThat(transcript.latest("s-42", 2)).containsExactly(World.turn(5, 90_000), World.turn(6, 90_000));
    }

    @Test
    @Order(4)
    void a_turn_of_940_bytes_costs_one_write_unit(Lab lab) {
        int mark = lab.meter().mark();
        transcript.append("s-42", 1, World.turn(1, 940));

        assertThat(lab.meter().billSince(mark).writeUnits())
                .as("write units for 940 bytes of text, with key and names")
                .isEqualTo(1);
    }
}
