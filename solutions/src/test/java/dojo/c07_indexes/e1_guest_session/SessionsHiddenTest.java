package dojo.c07_indexes.e1_guest_session;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Costs;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.Inputs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Seed;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
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
class SessionsHiddenTest {
    private final LabTable table;
    private final Sessions sessions;
    private Instant now = Instant.parse("2026-11-22T09:00:00Z");

    SessionsHiddenTest(DynamoDbClient ddb, LabTable table) {
        this.table = table;
        sessions = new Sessions(ddb, table.name(), () -> now);
    }

    @Test
    @Order(1)
    void an_empty_customer_id_is_a_guest() {
        assertThat(sessions.create("s-44", "")).isTrue();

        assertThat(table.items("SESSION#s-44")).hasSize(1);
        assertThat(sessionsInTheIndex()).isEmpty();
    }

    @Test
    @Order(2)
    void guests_stay_out_of_the_index(Seed seed, Inputs inputs) {
        int guests = inputs.given("guests", seed.random().nextInt(2, 9));
        for (int guest = 1; guest <= guests; guest++) {
            sessions.create("s-guest-" + guest, null);
        }
        sessions.create("s-45", "c-noor");

        assertThat(table.items()).as("sessions in the table").hasSize(guests + 1);
        assertThat(sessionsInTheIndex()).as("sessions in the index").containsExactly("s-45");
    }

    @Test
    @Order(3)
    @Costs(requests = 1, readUnits = 0, writeUnits = 2)
    void a_customer_pays_for_the_table_and_for_the_index() {
        sessions.create("s-46", "c-jo");

        assertThat(sessionsInTheIndex()).containsExactly("s-46");
    }

    @Test
    @Order(4)
    void a_customers_sessions_come_newest_first() {
        for (String sessionId : List.of("s-3", "s-1", "s-2")) {
            now = now.plusSeconds(60);
            sessions.create(sessionId, "c-ada");
        }
        sessions.create("s-4", "c-bo");

        assertThat(RecentSessions.of(table.backstage(), table.name(), "c-ada")).containsExactly("s-2", "s-1", "s-3");
    }

    @Test
    @Order(5)
    void a_retry_resets_nothing_for_a_guest() {
        sessions.create("s-47", null);
        count_twelve_turns("SESSION#s-47");

        assertThat(sessions.create("s-47", null)).isFalse();
        assertThat(table.items("SESSION#s-47").get(0)).containsEntry("turn_count", AttributeValue.fromN("12"));
    }

    @Test
    @Order(6)
    void a_retry_resets_nothing_for_a_customer() {
        sessions.create("s-48", "c-kim");
        count_twelve_turns("SESSION#s-48");

        assertThat(sessions.create("s-48", "c-kim")).isFalse();
        assertThat(table.items("SESSION#s-48").get(0)).containsEntry("turn_count", AttributeValue.fromN("12"));
    }

    private void count_twelve_turns(String partitionKey) {
        Map<String, AttributeValue> meta =
                new HashMap<>(table.items(partitionKey).get(0));
        meta.put("turn_count", AttributeValue.fromN("12"));
        table.put(meta);
    }

    private List<String> sessionsInTheIndex() {
        return table
                .backstage()
                .scan(scan -> scan.tableName(table.name()).indexName("GSI1-customer-sessions"))
                .items()
                .stream()
                .map(item -> Objects.requireNonNull(item.get("session_id")).s())
                .toList();
    }
}
