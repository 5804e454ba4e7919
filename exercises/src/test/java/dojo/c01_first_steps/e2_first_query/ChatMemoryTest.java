package dojo.c01_first_steps.e2_first_query;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChatMemoryTest {
    private final LabTable table;
    private final ChatMemory memory;

    ChatMemoryTest(DynamoDbClient ddb, LabTable table) {
        this.table = table;
        memory = new ChatMemory(ddb, table.name());
    }

    @BeforeEach
    void fill_the_table() {
        World.fill(table.backstage(), table.name());
    }

    @Test
    @Order(1)
    void seven_items_come_back() {
        assertThat(World.sortKeys(memory.recall("s-42")))
                .containsExactly(
                        "META",
                        "TURN#000001",
                        "TURN#000002",
                        "TURN#000003",
                        "TURN#000004",
                        "TURN#000005",
                        "TURN#000006");
    }

    @Test
    @Order(2)
    void another_session_gets_its_own_five_items() {
        assertThat(World.sortKeys(memory.recall("s-4")))
                .containsExactly("META", "TURN#000001", "TURN#000002", "TURN#000003", "TURN#000004");
    }

    @Test
    @Order(3)
    void an_unknown_session_has_no_items() {
        assertThat(World.sortKeys(memory.recall("s-404"))).isEmpty();
    }

    @Test
    @Order(4)
    @Costs(requests = 1, readUnits = 0.5, writeUnits = 0)
    void one_request_and_half_a_read_unit_are_enough() {
        assertThat(World.sortKeys(memory.recall("s-42"))).hasSize(7);
    }
}
