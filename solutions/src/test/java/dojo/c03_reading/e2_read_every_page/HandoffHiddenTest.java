package dojo.c03_reading.e2_read_every_page;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.bill.RequestLine;
import dojo.lab.junit.Costs;
import dojo.lab.junit.Inputs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Seed;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HandoffHiddenTest {
    private final LabTable table;
    private final Handoff handoff;

    HandoffHiddenTest(DynamoDbClient ddb, LabTable table) {
        this.table = table;
        handoff = new Handoff(ddb, table.name());
    }

    @Test
    @Order(1)
    void wherever_the_pages_end_nothing_is_lost_or_repeated(Seed seed, Inputs inputs) {
        Random random = seed.random();
        int turns = inputs.given("turns", random.nextInt(30, 90));
        int pageSize = inputs.given("pageSize", random.nextInt(2, 12));
        Set<Integer> byCustomer = new TreeSet<>();
        random.ints(8, 1, turns + 1).forEach(byCustomer::add);
        inputs.given("turns of the customer", byCustomer);
        World.session(table.backstage(), table.name(), "s-70", turns, 200, byCustomer::contains);

        assertThat(numbers(handoff.saidBy("customer", "s-70", pageSize))).isEqualTo(List.copyOf(byCustomer));
        assertThat(numbers(handoff.transcript("s-70")))
                .isEqualTo(IntStream.rangeClosed(1, turns).boxed().toList());
    }

    @Test
    @Order(2)
    void many_megabytes_come_in_order(Inputs inputs) {
        int turns = inputs.given("turns", 7);
        int textBytes = inputs.given("bytes of text in a turn", 390_000);
        World.session(table.backstage(), table.name(), "s-71", turns, textBytes, turn -> turn == 7);

        assertThat(numbers(handoff.transcript("s-71"))).containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    @Order(3)
    @Costs(requests = 3, readUnits = 2.5, writeUnits = 0)
    void the_empty_last_page_is_paid_for_but_only_once(Inputs inputs) {
        int turns = inputs.given("turns", 50);
        World.session(table.backstage(), table.name(), "s-72", turns, 200, turn -> turn == 50);

        assertThat(numbers(handoff.saidBy("customer", "s-72", inputs.given("pageSize", 25))))
                .containsExactly(50);
    }

    @Test
    @Order(4)
    void a_speaker_who_never_spoke_said_nothing(Inputs inputs) {
        World.session(table.backstage(), table.name(), "s-42", 24, 200, turn -> turn <= 5);

        assertThat(numbers(handoff.saidBy(inputs.given("speaker", "assistant"), "s-42", 10)))
                .isEmpty();
        assertThat(numbers(handoff.transcript(inputs.given("unknown session", "s-4"))))
                .isEmpty();
    }

    @Test
    @Order(5)
    void a_request_looks_at_as_many_turns_as_it_was_told(Lab lab, Inputs inputs) {
        int turns = inputs.given("turns of almost 4 KB", 12);
        World.session(table.backstage(), table.name(), "s-75", turns, 3_900, turn -> turn == 12);
        int mark = lab.meter().mark();
        handoff.saidBy("customer", "s-75", inputs.given("pageSize", 5));

        assertThat(lab.meter().linesSince(mark))
                .as("read units of each request, half a unit a turn")
                .extracting(RequestLine::readUnits)
                .containsExactly(2.5, 2.5, 1.0);
    }

    private static List<Integer> numbers(List<Turn> turns) {
        return turns.stream().map(Turn::number).toList();
    }
}
