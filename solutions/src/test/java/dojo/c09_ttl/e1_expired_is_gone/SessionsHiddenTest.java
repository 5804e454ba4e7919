package dojo.c09_ttl.e1_expired_is_gone;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Inputs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Race;
import dojo.lab.junit.Seed;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SessionsHiddenTest {
    private static final Instant END = Instant.parse("2026-11-22T09:00:00Z");
    private static final Session BEN = new Session("s-42", "/orders/1138", 3);

    private final LabTable table;
    private final Race race;
    private final Sessions sessions;
    private Instant now = END;

    SessionsHiddenTest(DynamoDbClient ddb, LabTable table) {
        this.table = table;
        race = Race.on(ddb);
        sessions = new Sessions(race.client(), table.name(), () -> now);
    }

    @Test
    @Order(1)
    void in_its_last_second_a_session_is_alive() {
        store_a_session_that_ends_at(END);
        now = END.minusMillis(1);

        assertThat(sessions.find("s-42")).contains(BEN);
        assertThat(sessions.turns("s-42")).containsExactly("one", "two", "three");
        assertThat(sessions.create("s-42", "/manga/7")).as("created").isFalse();
    }

    @Test
    @Order(2)
    void at_the_second_of_its_ttl_a_session_is_over() {
        store_a_session_that_ends_at(END);
        now = END;

        assertThat(sessions.find("s-42")).isEmpty();
        assertThat(sessions.turns("s-42")).isEmpty();
        assertThat(sessions.create("s-42", "/manga/7")).as("created").isTrue();
    }

    @Test
    @Order(3)
    void a_live_session_is_not_created_again() {
        store_a_session_that_ends_at(END.plusSeconds(3_600));

        assertThat(sessions.create("s-42", "/manga/7")).as("created").isFalse();
        assertThat(Session.of(table.items("SESSION#s-42").get(0)))
                .as("what is stored")
                .isEqualTo(BEN);
    }

    @Test
    @Order(4)
    void a_new_session_does_not_see_old_turns(Seed seed, Inputs inputs) {
        int age = inputs.given("seconds since the end", seed.random().nextInt(1, 400_000));
        store_a_session_that_ends_at(END.minusSeconds(age));
        sessions.create("s-42", "/manga/7");
        table.put(Items.turn("s-42", 1, "Hello!", END.plusSeconds(86_400).getEpochSecond()));

        assertThat(sessions.turns("s-42")).containsExactly("Hello!");
    }

    @Test
    @Order(5)
    void nothing_of_the_old_session_remains() {
        store_a_session_that_ends_at(END.minusSeconds(60));
        sessions.create("s-42", "/manga/7");

        assertThat(sessions.find("s-42")).contains(new Session("s-42", "/manga/7", 0));
    }

    @Test
    @Order(6)
    void of_two_who_create_an_expired_session_one_succeeds() throws Exception {
        store_a_session_that_ends_at(END.minusSeconds(60));
        List<Boolean> created =
                race.run(() -> sessions.create("s-42", "/left"), () -> sessions.create("s-42", "/right"));

        assertThat(created).containsExactlyInAnyOrder(true, false);
        String winner = created.get(0) ? "/left" : "/right";
        assertThat(sessions.find("s-42")).contains(new Session("s-42", winner, 0));
    }

    @Test
    @Order(7)
    void a_session_that_never_was_has_nothing() {
        assertThat(sessions.find("s-404")).isEmpty();
        assertThat(sessions.turns("s-404")).isEmpty();
    }

    private void store_a_session_that_ends_at(Instant end) {
        long ttl = end.getEpochSecond();
        table.put(Items.meta(BEN, ttl));
        table.put(Items.turn("s-42", 1, "one", ttl));
        table.put(Items.turn("s-42", 2, "two", ttl));
        table.put(Items.turn("s-42", 3, "three", ttl));
    }
}
