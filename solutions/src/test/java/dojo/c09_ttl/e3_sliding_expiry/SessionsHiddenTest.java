package dojo.c09_ttl.e3_sliding_expiry;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.junit.Inputs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Seed;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import dojo.lab.time.Clock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** TTL is quick here: what has expired is deleted within the hour. */
@WithLab(laws = """
        [expiry]
        average-lag = "10 min"
        longest-lag = "1 h"
        """)
@WithTable(timeToLive = "ttl")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SessionsHiddenTest {
    private final Lab lab;
    private final LabTable table;
    private final Clock clock;
    private final Sessions sessions;

    SessionsHiddenTest(Lab lab, LabTable table) {
        this.lab = lab;
        this.table = table;
        clock = lab.clock();
        sessions = new Sessions(lab.client(), table.name(), clock);
    }

    @BeforeEach
    void a_session_is_opened_and_something_said() {
        long now = clock.instant().getEpochSecond();
        table.put(Items.meta("s-42", now, now + Duration.ofHours(25).toSeconds()));
        sessions.say("s-42", 1, "I am Mina.");
    }

    @Test
    @Order(1)
    void a_session_is_alive_for_a_whole_day_after_each_use(Seed seed, Inputs inputs) {
        int minutes = inputs.given(
                "minutes from the first use to the second", seed.random().nextInt(65, 12 * 60));
        sessions.read("s-42");
        clock.advance(Duration.ofMinutes(minutes));
        sessions.read("s-42");
        clock.advance(Duration.ofHours(24).minusSeconds(1));

        assertThat(sessions.read("s-42"))
                .as("turns, a second less than 24 hours after the second use")
                .containsExactly("I am Mina.");
    }

    @Test
    @Order(2)
    void a_session_is_over_a_day_and_an_hour_after_its_last_use(Seed seed, Inputs inputs) {
        int minutes = inputs.given(
                "minutes from the first use to the second", seed.random().nextInt(5, 23 * 60));
        sessions.read("s-42");
        clock.advance(Duration.ofMinutes(minutes));
        sessions.read("s-42");
        clock.advance(Duration.ofHours(25));

        assertThat(sessions.read("s-42"))
                .as("turns, 25 hours after the last use")
                .isEmpty();
    }

    @Test
    @Order(3)
    void a_session_may_be_used_for_thirty_days_and_no_longer(Seed seed, Inputs inputs) {
        int hours = inputs.given("hours between two uses", seed.random().nextInt(14, 24));
        Duration age = Duration.ZERO;
        for (; age.plusHours(hours).compareTo(Duration.ofDays(30)) < 0; age = age.plusHours(hours)) {
            clock.advance(Duration.ofHours(hours));
            assertThat(sessions.read("s-42"))
                    .as(
                            "turns of a session in use, %s hours after it was opened",
                            age.plusHours(hours).toHours())
                    .containsExactly("I am Mina.");
        }
        clock.advance(Duration.ofDays(30).minus(age));

        assertThat(sessions.read("s-42"))
                .as("turns, 30 days after the session was opened")
                .isEmpty();
    }

    @Test
    @Order(4)
    void of_a_session_that_is_over_nothing_is_left_in_the_end() {
        sessions.read("s-42");
        clock.advance(Duration.ofDays(3));
        sessions.read("s-42");
        clock.advance(Duration.ofDays(31));

        assertThat(table.items()).as("items, 34 days after the last turn").isEmpty();
    }

    @Test
    @Order(5)
    void a_session_that_ends_while_it_is_read_does_not_come_back() {
        clock.advance(Duration.ofHours(23));
        Sessions slow = new Sessions(whereMetaGoesBeforeAnUpdate(), table.name(), clock);
        slow.read("s-42");

        assertThat(table.items("SESSION#s-42"))
                .as("META, deleted between the query and the update")
                .noneMatch(Items::isMeta);
    }

    /** A client for which TTL comes by at the worst moment: after the session was read, before it is kept alive. */
    private DynamoDbClient whereMetaGoesBeforeAnUpdate() {
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, (proxy, method, args) -> {
                    if (method.getName().equals("updateItem")) {
                        table.backstage()
                                .deleteItem(gone -> gone.tableName(table.name()).key(Items.metaKey("s-42")));
                    }
                    try {
                        return method.invoke(lab.client(), args);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause() == null ? thrown : thrown.getCause();
                    }
                });
    }
}
