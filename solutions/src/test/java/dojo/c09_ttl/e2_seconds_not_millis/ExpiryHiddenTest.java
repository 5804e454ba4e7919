package dojo.c09_ttl.e2_seconds_not_millis;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.lab.junit.Inputs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Seed;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@WithLab
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExpiryHiddenTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final String TOMORROW = Long.toString(NOW.getEpochSecond() + 86_400);
    private static final AttributeValue WRONG = fromN(TOMORROW + "000");
    private static final AttributeValue RIGHT = fromN(TOMORROW);

    private final DynamoDbClient ddb;
    private final LabTable table;
    private final Expiry expiry;

    ExpiryHiddenTest(DynamoDbClient ddb, LabTable table) {
        this.ddb = ddb;
        this.table = table;
        expiry = new Expiry(ddb, table.name(), InstantSource.fixed(NOW));
    }

    @Test
    @Order(1)
    void a_step_looks_at_ten_items_and_the_next_goes_on(Seed seed, Inputs inputs) {
        int sessions = inputs.given("sessions with a wrong ttl", seed.random().nextInt(12, 25));
        table.putAll(IntStream.range(0, sessions)
                .mapToObj(n -> Items.session(seed.id("s") + "-" + n, WRONG))
                .toList());
        Map<String, AttributeValue> from = Map.of();
        int steps = 0;
        do {
            from = expiry.repair(from);
            steps++;
            assertThat(corrected()).as("corrected after %s steps", steps).isEqualTo(Math.min(10L * steps, sessions));
        } while (!from.isEmpty() && steps < sessions);

        assertThat(corrected()).as("corrected in the end").isEqualTo(sessions);
    }

    @Test
    @Order(2)
    void a_step_that_is_repeated_changes_nothing_more() {
        table.put(Items.session("s-1", WRONG));
        table.put(Items.session("s-2", fromS(TOMORROW)));
        table.put(Items.session("s-3", fromN("1561939200")));
        expiry.repair(Map.of());
        List<Map<String, AttributeValue>> once = table.items();
        expiry.repair(Map.of());

        assertThat(table.items()).as("items after the second run").isEqualTo(once);
    }

    @Test
    @Order(3)
    void a_session_that_was_used_meanwhile_keeps_its_new_end() {
        table.put(Items.session("s-1", WRONG));
        table.put(Items.session("s-2", WRONG));
        AttributeValue later = fromN(Long.toString(NOW.getEpochSecond() + 172_800));
        Expiry slow = meanwhile(() -> table.put(Items.session("s-1", later)));
        slow.repair(Map.of());

        assertThat(stored("s-1"))
                .as("s-1, whose ttl was moved between the scan and the correction")
                .containsEntry("ttl", later);
        assertThat(stored("s-2")).as("s-2, another session of the same step").containsEntry("ttl", RIGHT);
    }

    @Test
    @Order(4)
    void a_session_that_was_deleted_meanwhile_does_not_come_back() {
        table.put(Items.session("s-1", WRONG));
        Expiry slow = meanwhile(() -> table.backstage()
                .deleteItem(gone -> gone.tableName(table.name()).key(Items.key("s-1"))));
        slow.repair(Map.of());

        assertThat(table.items())
                .as("items, s-1 deleted between the scan and the correction")
                .isEmpty();
    }

    @Test
    @Order(5)
    void what_has_no_ttl_stays_as_it_is() {
        Map<String, AttributeValue> settings =
                Map.of("PK", fromS("CUSTOMER#c-9"), "SK", fromS("SETTINGS"), "language", fromS("ja"));
        table.put(settings);
        expiry.repair(Map.of());

        assertThat(table.items()).containsExactly(settings);
    }

    @Test
    @Order(6)
    void what_others_changed_in_the_session_stays() {
        Map<String, AttributeValue> moved = new HashMap<>(Items.session("s-1", WRONG));
        moved.put("page", fromS("/cart"));
        table.put(Items.session("s-1", WRONG));
        Expiry slow = meanwhile(() -> table.put(moved));
        slow.repair(Map.of());

        assertThat(stored("s-1"))
                .as("s-1, whose page was changed between the scan and the correction")
                .containsEntry("page", fromS("/cart"));
    }

    private long corrected() {
        return table.items().stream()
                .filter(item -> RIGHT.equals(item.get("ttl")))
                .count();
    }

    private Map<String, AttributeValue> stored(String sessionId) {
        return table.items("SESSION#" + sessionId).get(0);
    }

    /** The repair, where something happens before each of its writes. */
    private Expiry meanwhile(Runnable somethingHappens) {
        return new Expiry(Meanwhile.happens(somethingHappens, ddb), table.name(), InstantSource.fixed(NOW));
    }
}
