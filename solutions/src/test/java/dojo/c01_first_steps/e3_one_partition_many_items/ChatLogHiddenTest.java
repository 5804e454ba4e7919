package dojo.c01_first_steps.e3_one_partition_many_items;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Costs;
import dojo.lab.junit.Inputs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Seed;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChatLogHiddenTest {
    private final LabTable table;
    private final ChatLog log;

    ChatLogHiddenTest(DynamoDbClient ddb, LabTable table) {
        this.table = table;
        log = new ChatLog(ddb, table.name());
    }

    @Test
    @Order(1)
    void the_newest_summary_stays_the_newest_as_the_chat_grows(Inputs inputs) {
        for (int window : inputs.given("windows", List.of(9, 10, 99, 100, 999, 1_000, 99_999))) {
            window("s-42", window, 0);

            assertThat(World.named(log.latestSummaries("s-42", 1)))
                    .as("the newest summary after window %d", window)
                    .containsExactly("summary of window " + window);
        }
    }

    @Test
    @Order(2)
    void any_window_comes_back_alone_and_in_order(Seed seed, Inputs inputs) {
        Random random = seed.random();
        int window = inputs.given("window", random.nextInt(1, 10));
        int turns = inputs.given("turns in it", random.nextInt(10, 15));
        List<Integer> others = inputs.given(
                "other windows", List.of(window - 1, window + 1, 10 * window, 10 * window + random.nextInt(1, 10)));
        window("s-42", window, turns);
        others.forEach(other -> window("s-42", other, 2));

        assertThat(World.named(log.turns("s-42", window))).isEqualTo(turnsOf(window, turns));
        assertThat(World.named(log.turns("s-42", 10 * window))).isEqualTo(turnsOf(10 * window, 2));
    }

    @Test
    @Order(3)
    void a_chat_with_fewer_summaries_than_asked_for_gives_what_it_has() {
        World.window(table.backstage(), table.name(), "s-4", 2, 1);
        World.fill(table.backstage(), table.name());

        assertThat(World.named(log.latestSummaries("s-4", 3))).containsExactly("summary of window 2");
        assertThat(log.turns("s-4", 1))
                .as("turns of a window of s-4 that is empty")
                .isEmpty();
        assertThat(log.latestSummaries("s-421", 3))
                .as("summaries of a chat that nobody opened")
                .isEmpty();
    }

    @Test
    @Order(4)
    @Costs(requests = 1, readUnits = 0.5, writeUnits = 0)
    void the_newest_summary_of_twelve_costs_half_a_read_unit() {
        World.fill(table.backstage(), table.name());

        assertThat(World.named(log.latestSummaries("s-42", 1))).containsExactly("summary of window 12");
    }

    private void window(String sessionId, int window, int turns) {
        World.window(table.backstage(), table.name(), sessionId, window, turns);
    }

    private static List<String> turnsOf(int window, int turns) {
        return IntStream.rangeClosed(1, turns)
                .mapToObj(place -> "turn " + place + " of window " + window)
                .toList();
    }
}
