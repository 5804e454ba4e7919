package dojo.c07_indexes.e2_recent_sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Costs;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.time.Instant;
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
class CustomerSessionsTest {
    private final LabTable table;
    private final CustomerSessions sessions;
    private Instant now = Instant.parse("2026-11-22T09:00:00Z");

    CustomerSessionsTest(DynamoDbClient ddb, LabTable table) {
        this.table = table;
        sessions = new CustomerSessions(ddb, table.name(), () -> now);
    }

    @Test
    @Order(1)
    void the_session_opened_last_comes_first() {
        open_three_sessions_an_hour_apart();

        assertThat(sessions.recent("c-mina", 1)).containsExactly("s-3");
    }

    @Test
    @Order(2)
    void an_old_session_that_goes_on_comes_first() {
        open_three_sessions_an_hour_apart();
        Instant opened = now.minus(Duration.ofHours(3));
        sessions.said(new Said("s-1", "c-mina", 1, "Are you still there?", opened));

        assertThat(sessions.recent("c-mina", 5))
                .as("sessions, the one active last first")
                .containsExactly("s-1", "s-3", "s-2");
    }

    @Test
    @Order(3)
    @Costs(requests = 24, readUnits = 0, writeUnits = 24)
    void twelve_turns_cost_two_write_units_each() {
        new CustomerSessions(table.backstage(), table.name(), () -> now).open("s-4", "c-mina");
        for (int position = 1; position <= 12; position++) {
            Instant before = now;
            now = now.plusSeconds(30);
            sessions.said(new Said("s-4", "c-mina", position, "w".repeat(300), before));
        }

        assertThat(table.items("SESSION#s-4")).as("META and twelve turns").hasSize(13);
    }

    private void open_three_sessions_an_hour_apart() {
        for (int number = 1; number <= 3; number++) {
            sessions.open("s-" + number, "c-mina");
            now = now.plus(Duration.ofHours(1));
        }
    }
}
