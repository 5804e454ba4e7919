package dojo.c09_ttl.e2_seconds_not_millis;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.lab.Lab;
import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import dojo.lab.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** TTL is on, and what has expired is deleted within a day. Days pass by moving the clock of the lab. */
@WithLab(laws = """
        [expiry]
        average-lag = "2 h"
        longest-lag = "1 d"
        """)
@WithTable(timeToLive = "ttl")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExpiryTest {
    private static final long DAY = 86_400;

    private final LabTable table;
    private final Clock clock;
    private final Expiry expiry;
    private final long now;

    ExpiryTest(Lab lab, LabTable table) {
        this.table = table;
        clock = lab.clock();
        expiry = new Expiry(lab.client(), table.name(), clock);
        now = clock.instant().getEpochSecond();
    }

    @Test
    @Order(1)
    void a_new_session_goes_after_its_end() {
        expiry.store("s-new", clock.instant().plusSeconds(DAY));
        assertThat(there()).as("sessions now").containsExactly("s-new");

        clock.advance(Duration.ofDays(30));
        assertThat(there()).as("sessions, 29 days after the end").isEmpty();
    }

    @Test
    @Order(2)
    void what_would_never_go_goes_after_the_repair() {
        table.put(Items.session("s-milliseconds", fromN(Long.toString((now - DAY) * 1000))));
        table.put(Items.session("s-text", fromS(Long.toString(now - DAY))));
        table.put(Items.session("s-milliseconds-as-text", fromS(Long.toString((now - DAY) * 1000))));
        table.put(Items.session("s-from-2019", fromN("1561939200")));
        table.put(Items.session("s-from-2019-in-milliseconds", fromN("1561939200000")));
        clock.advance(Duration.ofDays(30));
        assertThat(there()).as("sessions, 30 days later").hasSize(5);

        repairAll();
        clock.advance(Duration.ofDays(2));
        assertThat(there()).as("sessions, two days after the repair").isEmpty();
    }

    @Test
    @Order(3)
    void what_is_alive_stays_until_its_end() {
        table.put(Items.session("s-milliseconds", fromN(Long.toString((now + 5 * DAY) * 1000))));
        table.put(Items.session("s-text", fromS(Long.toString(now + 5 * DAY))));
        repairAll();
        clock.advance(Duration.ofDays(4));
        assertThat(there()).as("sessions, a day before the end").hasSize(2);

        clock.advance(Duration.ofDays(3));
        assertThat(there()).as("sessions, two days after the end").isEmpty();
    }

    @Test
    @Order(4)
    @Costs(requests = 1, readUnits = 0.5, writeUnits = 0)
    void what_is_right_is_not_written() {
        table.put(Items.session("s-tomorrow", fromN(Long.toString(now + DAY))));
        table.put(Items.session("s-yesterday", fromN(Long.toString(now - DAY))));
        table.put(Items.session("s-four-years-ago", fromN(Long.toString(now - 4 * 365 * DAY))));

        assertThat(expiry.repair(Map.of())).as("where to go on").isEmpty();
    }

    private void repairAll() {
        Map<String, AttributeValue> from = Map.of();
        do {
            from = expiry.repair(from);
        } while (!from.isEmpty());
    }

    private List<String> there() {
        return table.items().stream().map(Items::sessionId).toList();
    }
}
