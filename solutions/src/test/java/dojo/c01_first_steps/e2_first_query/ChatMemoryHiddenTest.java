package dojo.c01_first_steps.e2_first_query;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Costs;
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
class ChatMemoryHiddenTest {
    private final LabTable table;
    private final ChatMemory memory;

    ChatMemoryHiddenTest(DynamoDbClient ddb, LabTable table) {
        this.table = table;
        memory = new ChatMemory(ddb, table.name());
    }

    @Test
    @Order(1)
    void a_session_with_any_id_and_any_number_of_turns_is_found(Seed seed, Inputs inputs) {
        String id = inputs.given("session", seed.id("s"));
        int turns = inputs.given("turns", seed.random().nextInt(1, 40));
        World.session(table.backstage(), table.name(), id, "Ada", turns);
        World.session(table.backstage(), table.name(), id + "0", "Bo", turns + 3);

        List<Map<String, AttributeValue>> recalled = memory.recall(id);

        assertThat(World.sortKeys(recalled)).isEqualTo(World.sortKeys(table.items("SESSION#" + id)));
        assertThat(recalled.equals(table.items("SESSION#" + id)))
                .as("each item comes with all its attributes")
                .isTrue();
    }

    @Test
    @Order(2)
    @Costs(requests = 1, readUnits = 0.5, writeUnits = 0)
    void the_price_does_not_depend_on_what_else_the_table_holds(Inputs inputs) {
        int others = inputs.given("other sessions", 25);
        World.fill(table.backstage(), table.name());
        for (int other = 0; other < others; other++) {
            World.session(table.backstage(), table.name(), "other-" + other, "Kim", 6);
        }

        assertThat(World.sortKeys(memory.recall("s-42"))).hasSize(7);
    }
}
