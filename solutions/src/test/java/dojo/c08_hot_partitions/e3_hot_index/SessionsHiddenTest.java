package dojo.c08_hot_partitions.e3_hot_index;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.Inputs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Seed;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
@WithTable(globalIndexes = @GlobalIndex(name = "GSI1", partitionKey = "GSI1PK", sortKey = "GSI1SK"))
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SessionsHiddenTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-22T00:00:00Z");

    private final LabTable table;
    private final Sessions sessions;

    SessionsHiddenTest(DynamoDbClient ddb, LabTable table) {
        this.table = table;
        sessions = new Sessions(ddb, table.name());
    }

    @Test
    @Order(1)
    void of_many_sessions_none_is_missing_in_the_report(Seed seed, Inputs inputs) {
        Random random = seed.random();
        List<Session> opened = IntStream.range(0, 30)
                .mapToObj(i -> new Session(
                        "s-" + Long.toString(random.nextLong() >>> 1, 36),
                        i % 3 == 0 ? "FR" : "JP",
                        MIDNIGHT.plusSeconds(random.nextInt(86_400))))
                .toList();
        inputs.given("sessions", opened);
        opened.forEach(sessions::open);

        assertThat(sessions.openedOn(TODAY))
                .as("all 30, the first of the day first")
                .containsExactlyElementsOf(opened.stream()
                        .sorted(Comparator.comparing(Session::sortKey))
                        .toList());
    }

    @Test
    @Order(2)
    void a_day_ends_at_midnight() {
        Session last = new Session("s-1", "JP", MIDNIGHT.minusMillis(1));
        Session first = new Session("s-2", "JP", MIDNIGHT);
        sessions.open(last);
        sessions.open(first);

        assertThat(sessions.openedOn(TODAY)).containsExactly(first);
        assertThat(sessions.openedOn(TODAY.minusDays(1))).containsExactly(last);
        assertThat(sessions.openedOn(TODAY.plusDays(1))).isEmpty();
    }

    @Test
    @Order(3)
    void a_session_that_is_opened_again_by_a_retry_is_reported_once() {
        Session session = new Session("s-7", "US", MIDNIGHT);
        IntStream.range(0, 5).forEach(i -> new Sessions(table.backstage(), table.name()).open(session));

        assertThat(sessions.openedOn(TODAY)).containsExactly(session);
        assertThat(table.items()).as("items of one session").hasSize(1);
    }
}
