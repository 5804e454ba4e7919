package dojo.c03_reading.e5_handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.List;
import java.util.stream.IntStream;
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
    void a_session_without_a_summary_is_told_turn_by_turn() {
        say("s-6", 8);
        Dossier dossier = handoff.dossier("s-6");

        assertThat(dossier.summary()).isEmpty();
        assertThat(numbers(dossier)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    @Order(2)
    void the_turns_begin_where_the_summary_ends() {
        say("s-7", 35);
        handoff.store("s-7", World.summary(1, 10));
        Dossier dossier = handoff.dossier("s-7");

        assertThat(dossier.summary()).contains(World.summary(1, 10));
        assertThat(numbers(dossier)).as("turns behind the summary").isEqualTo(range(11, 35));
    }

    @Test
    @Order(3)
    void the_tenth_summary_is_newer_than_the_ninth() {
        say("s-8", 21);
        for (int window = 1; window <= 10; window++) {
            handoff.store("s-8", World.summary(window, 2 * window));
        }

        assertThat(handoff.dossier("s-8").summary()).contains(World.summary(10, 20));
    }

    @Test
    @Order(4)
    @Costs(requests = 2, readUnits = 2, writeUnits = 0)
    void six_summaries_and_86_turns_cost_two_read_units() {
        World.fill(table.backstage(), table.name());

        assertThat(numbers(handoff.dossier("s-42"))).isEqualTo(range(71, 86));
    }

    private void say(String sessionId, int turns) {
        World.say(table.backstage(), table.name(), sessionId, IntStream.rangeClosed(1, turns), 180);
    }

    private static List<Integer> numbers(Dossier dossier) {
        return dossier.turns().stream().map(Turn::number).toList();
    }

    private static List<Integer> range(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }
}
