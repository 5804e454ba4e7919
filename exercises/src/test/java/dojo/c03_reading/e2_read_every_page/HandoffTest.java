package dojo.c03_reading.e2_read_every_page;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
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
class HandoffTest {
    private final LabTable table;
    private final Handoff handoff;

    HandoffTest(DynamoDbClient ddb, LabTable table) {
        this.table = table;
        handoff = new Handoff(ddb, table.name());
    }

    @Test
    @Order(1)
    void a_short_session_is_complete() {
        World.session(table.backstage(), table.name(), "s-7", 5, 200, turn -> turn % 2 == 1);

        assertThat(numbers(handoff.transcript("s-7"))).containsExactly(1, 2, 3, 4, 5);
        assertThat(numbers(handoff.saidBy("customer", "s-7", 25))).containsExactly(1, 3, 5);
    }

    @Test
    @Order(2)
    void turns_beyond_one_megabyte_are_there() {
        World.session(table.backstage(), table.name(), "s-8", 5, 300_000, turn -> true);

        assertThat(numbers(handoff.transcript("s-8"))).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    @Order(3)
    void a_page_without_a_customer_turn_is_not_the_end() {
        World.fill(table.backstage(), table.name());

        assertThat(numbers(handoff.saidBy("customer", "s-42", 25))).containsExactly(1, 2, 3, 4, 5, 56, 57, 58, 59, 60);
    }

    @Test
    @Order(4)
    void two_full_pages_and_an_empty_one_are_complete() {
        World.session(table.backstage(), table.name(), "s-9", 12, 200, turn -> true);

        assertThat(numbers(handoff.saidBy("customer", "s-9", 6)))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    }

    @Test
    @Order(5)
    @Costs(requests = 3, readUnits = 2.5, writeUnits = 0)
    void sixty_turns_are_read_once_in_three_requests() {
        World.fill(table.backstage(), table.name());

        assertThat(numbers(handoff.saidBy("customer", "s-42", 25))).hasSize(10);
    }

    private static List<Integer> numbers(List<Turn> turns) {
        return turns.stream().map(Turn::number).toList();
    }
}
