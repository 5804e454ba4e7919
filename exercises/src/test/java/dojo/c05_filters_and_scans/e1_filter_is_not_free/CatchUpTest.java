package dojo.c05_filters_and_scans.e1_filter_is_not_free;

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
class CatchUpTest {
    private final LabTable table;
    private final CatchUp catchUp;

    CatchUpTest(DynamoDbClient ddb, LabTable table) {
        this.table = table;
        catchUp = new CatchUp(ddb, table.name());
    }

    @Test
    @Order(1)
    void five_missed_turns_come_back() {
        World.session(table.backstage(), table.name(), "s-6", IntStream.rangeClosed(1, 40), 100);

        assertThat(numbers(catchUp.since("s-6", 35))).containsExactly(36, 37, 38, 39, 40);
    }

    @Test
    @Order(2)
    void turn_ten_comes_after_turn_nine() {
        World.session(table.backstage(), table.name(), "s-7", IntStream.rangeClosed(1, 12), 100);

        assertThat(numbers(catchUp.since("s-7", 9))).containsExactly(10, 11, 12);
    }

    @Test
    @Order(3)
    void an_unknown_session_has_nothing_to_catch_up_with() {
        World.session(table.backstage(), table.name(), "s-42", IntStream.rangeClosed(1, 5), 100);

        assertThat(numbers(catchUp.since("s-4", 0))).isEmpty();
    }

    @Test
    @Order(4)
    @Costs(requests = 1, readUnits = 1.5, writeUnits = 0)
    void five_turns_cost_one_and_a_half_read_units() {
        World.fill(table.backstage(), table.name());

        assertThat(numbers(catchUp.since("s-42", 195))).hasSize(5);
    }

    private static List<Integer> numbers(List<Turn> turns) {
        return turns.stream().map(Turn::number).toList();
    }
}
