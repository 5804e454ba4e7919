package dojo.c09_ttl.e1_expired_is_gone;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SessionsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00.500Z");
    private static final long TWO_HOURS_AGO = NOW.getEpochSecond() - 7_200;
    private static final long TOMORROW = NOW.getEpochSecond() + 86_400;
    private static final Session BEN = new Session("s-42", "/orders/1138", 3);

    private final LabTable table;
    private final Sessions sessions;

    SessionsTest(DynamoDbClient ddb, LabTable table) {
        this.table = table;
        sessions = new Sessions(ddb, table.name(), InstantSource.fixed(NOW));
    }

    @Test
    @Order(1)
    void a_new_session_is_found_and_lives_for_a_day() {
        assertThat(sessions.create("s-42", "/manga/7")).isTrue();

        assertThat(sessions.find("s-42")).contains(new Session("s-42", "/manga/7", 0));
        assertThat(storedTtl()).as("ttl of META, in seconds").isEqualTo(TOMORROW);
    }

    @Test
    @Order(2)
    void an_expired_session_is_not_found() {
        table.put(Items.meta(BEN, TWO_HOURS_AGO));

        assertThat(sessions.find("s-42")).as("session that ended two hours ago").isEmpty();
    }

    @Test
    @Order(3)
    void turns_of_an_expired_session_are_not_seen() {
        table.put(Items.meta(BEN, TWO_HOURS_AGO));
        table.put(Items.turn("s-42", 1, "Send it to my office, please.", TWO_HOURS_AGO));

        assertThat(sessions.turns("s-42")).as("turns that ended two hours ago").isEmpty();
    }

    @Test
    @Order(4)
    @Costs(requests = 1, readUnits = 0, writeUnits = 1)
    void an_expired_session_can_be_created_again() {
        table.put(Items.meta(BEN, TWO_HOURS_AGO));

        assertThat(sessions.create("s-42", "/manga/7")).as("created").isTrue();
        assertThat(storedTtl()).as("ttl of META, in seconds").isEqualTo(TOMORROW);
    }

    private long storedTtl() {
        return Items.ttl(table.items("SESSION#s-42").get(0));
    }
}
