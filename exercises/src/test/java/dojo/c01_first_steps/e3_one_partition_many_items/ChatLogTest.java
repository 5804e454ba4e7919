package dojo.c01_first_steps.e3_one_partition_many_items;

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
class ChatLogTest {
    private final LabTable table;
    private final ChatLog log;

    ChatLogTest(DynamoDbClient ddb, LabTable table) {
        this.table = table;
        log = new ChatLog(ddb, table.name());
    }

    @Test
    @Order(1)
    void a_young_chat_is_in_order() {
        window(1, 3);
        window(2, 3);

        assertThat(World.named(log.latestSummaries("s-42", 2)))
                .containsExactly("summary of window 2", "summary of window 1");
        assertThat(World.named(log.turns("s-42", 1)))
                .containsExactly("turn 1 of window 1", "turn 2 of window 1", "turn 3 of window 1");
    }

    @Test
    @Order(2)
    void the_tenth_summary_is_newer_than_the_ninth() {
        window(8, 1);
        window(9, 1);
        window(10, 1);

        assertThat(World.named(log.latestSummaries("s-42", 3)))
                .containsExactly("summary of window 10", "summary of window 9", "summary of window 8");
    }

    @Test
    @Order(3)
    void the_tenth_turn_comes_after_the_ninth() {
        window(2, 11);

        assertThat(World.named(log.turns("s-42", 2)).subList(7, 11))
                .containsExactly(
                        "turn 8 of window 2", "turn 9 of window 2", "turn 10 of window 2", "turn 11 of window 2");
    }

    @Test
    @Order(4)
    void window_1_holds_no_turn_of_window_10() {
        window(1, 2);
        window(2, 1);
        window(10, 2);

        assertThat(World.named(log.turns("s-42", 1))).containsExactly("turn 1 of window 1", "turn 2 of window 1");
    }

    @Test
    @Order(5)
    @Costs(requests = 1, readUnits = 0.5, writeUnits = 0)
    void one_window_of_twelve_costs_half_a_read_unit() {
        World.fill(table.backstage(), table.name());

        assertThat(World.named(log.turns("s-42", 1))).hasSize(3);
    }

    private void window(int window, int turns) {
        World.window(table.backstage(), table.name(), "s-42", window, turns);
    }
}
