package dojo.c07_indexes.e2_recent_sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Costs;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.Inputs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Seed;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

@WithLab
@WithTable(
        globalIndexes =
                @GlobalIndex(
                        name = "GSI1-customer-sessions",
                        partitionKey = "GSI1PK",
                        sortKey = "GSI1SK",
                        sortKeyType = ScalarAttributeType.N))
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CustomerSessionsHiddenTest {
    private final LabTable table;
    private final CustomerSessions sessions;
    private final Map<Integer, Instant> active = new HashMap<>();
    private Instant now = Instant.parse("2026-11-22T09:00:00Z");

    CustomerSessionsHiddenTest(DynamoDbClient ddb, LabTable table) {
        this.table = table;
        sessions = new CustomerSessions(ddb, table.name(), () -> now);
    }

    @Test
    @Order(1)
    @Costs(requests = 1, readUnits = 1, writeUnits = 0)
    void a_page_costs_one_read_unit_of_thirty_sessions(Inputs inputs) {
        CustomerSessions backstage = new CustomerSessions(table.backstage(), table.name(), () -> now);
        for (int number = 1; number <= inputs.given("sessions of the customer", 30); number++) {
            backstage.open("s-" + number, "c-mina");
            now = now.plus(Duration.ofMinutes(20));
        }

        assertThat(sessions.recent("c-mina", 5)).containsExactly("s-30", "s-29", "s-28", "s-27", "s-26");
    }

    @Test
    @Order(2)
    void a_busy_old_session_leads_a_long_list(Inputs inputs) {
        open(inputs.given("sessions of the customer", 9));
        say(2);

        assertThat(sessions.recent("c-mina", 3)).containsExactly("s-2", "s-9", "s-8");
    }

    @Test
    @Order(3)
    void whoever_was_active_last_comes_first(Seed seed, Inputs inputs) {
        Random random = seed.random();
        int count = inputs.given("sessions", random.nextInt(4, 9));
        open(count);
        List<Integer> spoken = new ArrayList<>();
        random.ints(12, 1, count + 1).forEach(spoken::add);
        inputs.given("turns, an hour apart, in sessions", spoken).forEach(this::say);

        List<String> expected = active.entrySet().stream()
                .sorted(Map.Entry.<Integer, Instant>comparingByValue().reversed())
                .map(entry -> "s-" + entry.getKey())
                .limit(4)
                .toList();
        assertThat(sessions.recent("c-mina", 4)).isEqualTo(expected);
    }

    @Test
    @Order(4)
    void tomorrow_comes_after_today() {
        open(2);
        now = Instant.parse("2026-11-22T23:40:00Z");
        say(1);
        now = Instant.parse("2026-11-23T00:20:00Z");
        say(2);

        assertThat(sessions.recent("c-mina", 2)).containsExactly("s-2", "s-1");
    }

    @Test
    @Order(5)
    void other_customers_have_lists_of_their_own() {
        open(2);
        sessions.open("s-70", "c-min");

        assertThat(sessions.recent("c-min", 5)).containsExactly("s-70");
        assertThat(sessions.recent("c-nobody", 5)).isEmpty();
    }

    @Test
    @Order(6)
    void a_turn_that_comes_again_is_stored_once() {
        open(1);
        Said turn = new Said("s-1", "c-mina", 1, "Is it in stock?", now);
        sessions.said(turn);
        sessions.said(turn);

        assertThat(table.items("SESSION#s-1")).as("META and one turn").hasSize(2);
        assertThat(sessions.recent("c-mina", 5)).containsExactly("s-1");
    }

    /** Opens s-1, s-2 and so on, an hour apart. */
    private void open(int count) {
        for (int number = 1; number <= count; number++) {
            sessions.open("s-" + number, "c-mina");
            active.put(number, now);
            now = now.plus(Duration.ofHours(1));
        }
    }

    /** A turn in that session, an hour before the next. */
    private void say(int number) {
        sessions.said(new Said("s-" + number, "c-mina", 1, "Go on.", active.getOrDefault(number, now)));
        active.put(number, now);
        now = now.plus(Duration.ofHours(1));
    }
}
