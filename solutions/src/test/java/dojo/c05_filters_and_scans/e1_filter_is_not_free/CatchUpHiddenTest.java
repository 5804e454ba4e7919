package dojo.c05_filters_and_scans.e1_filter_is_not_free;

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
class CatchUpHiddenTest {
    private final LabTable table;
    private final CatchUp catchUp;

    CatchUpHiddenTest(DynamoDbClient ddb, LabTable table) {
        this.table = table;
        catchUp = new CatchUp(ddb, table.name());
    }

    @Test
    @Order(1)
    void any_turn_may_be_the_last_one_seen(Seed seed, Inputs inputs) {
        Random random = seed.random();
        String session = inputs.given("session", seed.id("s"));
        int newest = inputs.given("newest turn", random.nextInt(102, 140));
        int lastSeen = inputs.given("lastSeen", random.nextInt(newest));
        store(session, IntStream.rangeClosed(1, newest), 50);
        store(session + "0", IntStream.rangeClosed(newest, newest + 3), 50);

        assertThat(numbers(catchUp.since(session, lastSeen)))
                .isEqualTo(IntStream.rangeClosed(lastSeen + 1, newest).boxed().toList());
    }

    @Test
    @Order(2)
    void turns_that_were_removed_leave_gaps(Inputs inputs) {
        int step = inputs.given("only every n-th turn is left, n", 7);
        store("s-70", IntStream.rangeClosed(1, 20).map(turn -> turn * step), 50);

        assertThat(numbers(catchUp.since("s-70", inputs.given("lastSeen", 100))))
                .containsExactly(105, 112, 119, 126, 133, 140);
    }

    @Test
    @Order(3)
    void whoever_saw_everything_gets_nothing(Inputs inputs) {
        store("s-71", IntStream.rangeClosed(1, 99), 50);

        assertThat(numbers(catchUp.since("s-71", inputs.given("lastSeen", 99)))).isEmpty();
    }

    @Test
    @Order(4)
    void whoever_saw_nothing_gets_every_page(Inputs inputs) {
        int textBytes = inputs.given("bytes of text in a turn", 300_000);
        store("s-72", IntStream.rangeClosed(1, 5), textBytes);

        assertThat(numbers(catchUp.since("s-72", inputs.given("lastSeen", 0)))).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    @Order(5)
    @Costs(requests = 1, readUnits = 1.0, writeUnits = 0)
    void a_longer_session_costs_no_more_to_catch_up_with(Inputs inputs) {
        store("s-73", IntStream.rangeClosed(1, inputs.given("turns", 250)), 976);

        assertThat(numbers(catchUp.since("s-73", inputs.given("lastSeen", 243))))
                .hasSize(7);
    }

    private void store(String session, IntStream turns, int textBytes) {
        World.session(table.backstage(), table.name(), session, turns, textBytes);
    }

    private static List<Integer> numbers(List<Turn> turns) {
        return turns.stream().map(Turn::number).toList();
    }
}
