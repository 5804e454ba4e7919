package dojo.c04_conditional_writes.e1_create_once;

import static dojo.c04_conditional_writes.e1_create_once.Creation.CREATED;
import static dojo.c04_conditional_writes.e1_create_once.Creation.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.junit.Inputs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Race;
import dojo.lab.junit.Seed;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The connection breaks after the first write to session o-7: it is stored, and nobody hears of it. */
@WithLab(laws = """
        [[faults.rules]]
        fault = "connection-reset"
        moment = "after-commit"
        operation = "PutItem"
        key = "SESSION#o-7"
        nth = 1

        [[faults.rules]]
        fault = "connection-reset"
        moment = "after-commit"
        operation = "UpdateItem"
        key = "SESSION#o-7"
        nth = 1
        """)
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SessionsHiddenTest {
    private final Lab lab;
    private final LabTable table;
    private final Race race;
    private final Sessions sessions;
    private final long now;

    SessionsHiddenTest(Lab lab, LabTable table) {
        this.lab = lab;
        this.table = table;
        race = Race.on(lab.client());
        sessions = new Sessions(race.client(), table.name(), lab.clock());
        now = lab.clock().instant().getEpochSecond();
    }

    @Test
    @Order(1)
    void a_late_retry_changes_nothing(Seed seed, Inputs inputs) {
        int turns = inputs.given("turns since then", seed.random().nextInt(2, 90));
        String request = seed.id("q");
        sessions.create(request, "o-42", "/manga/7");
        setTurnCount("o-42", turns);
        lab.clock().advance(Duration.ofMinutes(20));
        Creation told = sessions.create(request, "o-42", "/manga/7");

        assertThat(stored("o-42")).containsExactly(new Session("o-42", "/manga/7", turns, now + 86_400));
        assertThat(told).as("what the retry was told").isEqualTo(CREATED);
    }

    @Test
    @Order(2)
    void a_retry_may_reach_another_process() {
        sessions.create("q-1", "o-42", "/manga/7");
        Sessions elsewhere = new Sessions(lab.client(), table.name(), lab.clock());

        assertThat(elsewhere.create("q-1", "o-42", "/manga/7")).isEqualTo(CREATED);
    }

    @Test
    @Order(3)
    void two_people_on_one_page_are_two_people() {
        sessions.create("q-1", "o-42", "/manga/7");

        assertThat(sessions.create("q-2", "o-42", "/manga/7")).isEqualTo(TAKEN);
        assertThat(sessions.create("q-1", "o-42", "/manga/7"))
                .as("the retry of the one who was first")
                .isEqualTo(CREATED);
    }

    @Test
    @Order(4)
    void of_two_people_at_once_one_gets_the_session() throws Exception {
        List<Creation> told =
                race.run(() -> sessions.create("q-1", "o-42", "/left"), () -> sessions.create("q-2", "o-42", "/right"));

        assertThat(told).containsExactlyInAnyOrder(CREATED, TAKEN);
        String winner = told.get(0) == CREATED ? "/left" : "/right";
        assertThat(stored("o-42")).containsExactly(new Session("o-42", winner, 0, now + 86_400));
    }

    @Test
    @Order(5)
    void a_request_delivered_twice_at_once_is_no_stranger_to_itself() throws Exception {
        List<Creation> told =
                race.run(() -> sessions.create("q-1", "o-42", "/left"), () -> sessions.create("q-1", "o-42", "/left"));

        assertThat(told).containsExactly(CREATED, CREATED);
    }

    @Test
    @Order(6)
    void a_session_is_over_at_the_second_of_its_ttl() {
        table.put(new Session("o-42", "/manga/7", 3, now + 1).item());
        assertThat(sessions.create("q-1", "o-42", "/manga/8"))
                .as("told one second before the ttl")
                .isEqualTo(TAKEN);

        lab.clock().advance(Duration.ofSeconds(1));
        assertThat(sessions.create("q-1", "o-42", "/manga/8"))
                .as("told at the second of the ttl")
                .isEqualTo(CREATED);
    }

    @Test
    @Order(7)
    void an_answer_is_lost_while_an_old_session_is_replaced() {
        table.put(new Session("o-7", "/manga/7", 12, now - 60).item());

        assertThat(sessions.create("q-2", "o-7", "/manga/8")).isEqualTo(CREATED);
        assertThat(stored("o-7")).containsExactly(new Session("o-7", "/manga/8", 0, now + 86_400));
    }

    private void setTurnCount(String sessionId, int turns) {
        table.backstage()
                .updateItem(update -> update.tableName(table.name())
                        .key(Map.of(
                                "PK", AttributeValue.fromS("SESSION#" + sessionId),
                                "SK", AttributeValue.fromS("META")))
                        .updateExpression("SET turn_count = :turns")
                        .expressionAttributeValues(Map.of(":turns", AttributeValue.fromN(Integer.toString(turns)))));
    }

    private List<Session> stored(String sessionId) {
        return table.items("SESSION#" + sessionId).stream().map(Session::of).toList();
    }
}
