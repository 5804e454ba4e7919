package dojo.c09_ttl.e3_sliding_expiry;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import dojo.lab.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** TTL is quick here: what has expired is deleted within the hour. Days pass by moving the clock of the lab. */
@WithLab(laws = """
        [expiry]
        average-lag = "10 min"
        longest-lag = "1 h"
        """)
@WithTable(timeToLive = "ttl")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SessionsTest {
    private final LabTable table;
    private final Clock clock;
    private final Sessions sessions;

    SessionsTest(Lab lab, LabTable table) {
        this.table = table;
        clock = lab.clock();
        sessions = new Sessions(lab.client(), table.name(), clock);
    }

    @Test
    @Order(1)
    void a_session_in_use_stays_alive() {
        openSession();
        clock.advance(Duration.ofHours(20));
        sessions.read("s-42");
        sessions.say("s-42", 1, "Is volume 7 in stock?");
        clock.advance(Duration.ofHours(20));

        assertThat(sessions.read("s-42"))
                .as("turns, 40 hours after the session was opened, 20 after its last use")
                .containsExactly("Is volume 7 in stock?");
    }

    @Test
    @Order(2)
    void a_live_session_keeps_its_beginning() {
        openSession();
        sessions.say("s-42", 1, "I am Mina.");
        clock.advance(Duration.ofHours(20));
        sessions.read("s-42");
        sessions.say("s-42", 2, "Is volume 7 in stock?");
        clock.advance(Duration.ofHours(20));

        assertThat(sessions.read("s-42"))
                .as("turns, 40 hours after the first was said")
                .containsExactly("I am Mina.", "Is volume 7 in stock?");
    }

    @Test
    @Order(3)
    void a_session_left_alone_is_over_and_stays_over() {
        openSession();
        sessions.say("s-42", 1, "I am Mina.");
        sessions.read("s-42");
        clock.advance(Duration.ofHours(25));
        assertThat(sessions.read("s-42"))
                .as("turns, 25 hours after the last use")
                .isEmpty();

        sessions.read("s-42");
        assertThat(sessions.read("s-42")).as("turns, at another look").isEmpty();
    }

    @Test
    @Order(4)
    @Costs(requests = 1, readUnits = 0.5, writeUnits = 0)
    void a_read_half_an_hour_after_the_last_one_writes_nothing() {
        long now = clock.instant().getEpochSecond();
        table.put(Items.meta("s-42", now - 1_800, now + Duration.ofHours(25).toSeconds() - 1_800));
        table.put(Items.turn("s-42", 1, "I am Mina.", now + Duration.ofDays(29).toSeconds()));

        assertThat(sessions.read("s-42")).containsExactly("I am Mina.");
    }

    private void openSession() {
        long now = clock.instant().getEpochSecond();
        table.put(Items.meta("s-42", now, now + Duration.ofHours(25).toSeconds()));
    }
}
