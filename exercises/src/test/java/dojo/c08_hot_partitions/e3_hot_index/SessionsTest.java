package dojo.c08_hot_partitions.e3_hot_index;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.junit.Costs;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Traffic;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import dojo.lab.law.TraceLine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A partition of this lab takes 10 write units a second, a hundredth of a real one; table and index have 256 each. */
@WithLab(laws = """
                [capacity]
                partition-write-units = 10
                on-demand-write-units = 2560
                """)
@WithTable(globalIndexes = @GlobalIndex(name = "GSI1", partitionKey = "GSI1PK", sortKey = "GSI1SK"))
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SessionsTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");
    private static final int MOST_SHARDS = 16;

    private final Lab lab;
    private final Traffic traffic;
    private final Sessions sessions;

    SessionsTest(Lab lab, LabTable table) {
        this.lab = lab;
        traffic = Traffic.on(lab);
        sessions = new Sessions(traffic.client(), table.name());
    }

    @Test
    @Order(1)
    void a_session_is_found_by_its_id_with_one_get() {
        sessions.open(session(1));
        int before = lab.meter().mark();

        assertThat(sessions.find("s-001")).contains(session(1));
        assertThat(lab.meter().billSince(before).readUnits()).as("read units").isEqualTo(0.5);
    }

    @Test
    @Order(2)
    void the_report_lists_the_sessions_of_a_day_in_their_order() {
        IntStream.of(3, 1, 4, 2, 5, 6).forEach(i -> sessions.open(session(i)));
        int before = lab.meter().mark();

        assertThat(sessions.openedOn(TODAY))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 6)
                        .mapToObj(SessionsTest::session)
                        .toList());
        assertThat(lab.meter().billSince(before).requests())
                .as("requests of the report")
                .isLessThanOrEqualTo(MOST_SHARDS);
    }

    @Test
    @Order(3)
    void eighty_sessions_in_two_seconds_are_all_opened() {
        int throttled = traffic.throttled(80, Duration.ofSeconds(2), i -> sessions.open(session(i)));

        assertThat(throttled).as("sessions throttled, of 80%s", lastWords()).isZero();
    }

    @Test
    @Order(4)
    void after_a_rush_the_report_is_complete() {
        traffic.throttled(40, Duration.ofSeconds(1), i -> sessions.open(session(i)));

        assertThat(sessions.openedOn(TODAY)).as("sessions in the report, of 40").hasSize(40);
    }

    @Test
    @Order(5)
    @Costs(requests = 1, readUnits = 0, writeUnits = 2)
    void a_session_is_opened_for_one_unit_of_the_table_and_one_of_the_index() {
        sessions.open(session(1));
    }

    private String lastWords() {
        List<TraceLine> lines = lab.trace().lines();
        return lines.isEmpty()
                ? ""
                : "; the last was " + lines.get(lines.size() - 1).words();
    }

    /** Session 0 is the first; 25 milliseconds lie between two. Nine of ten come from one country. */
    private static Session session(int i) {
        return new Session("s-%03d".formatted(i), i % 10 == 0 ? "US" : "JP", NINE.plusMillis(25L * i));
    }
}
