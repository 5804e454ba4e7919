package dojo.exhibits.series;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.bill.Bill;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@WithLab
@WithTable
class Series_02_SpanAsksEachBucket {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final int A_DAY = 24;

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("The newest readings are one query while today has enough of them;"
            + " after midnight, or over days without any, each day is a query with a least price.");

    @Test
    void the_same_question_is_one_query_at_night_and_more_in_the_morning(Lab lab, LabTable table) {
        var readings = new Readings(lab.client(), table.name());
        hourly(readings, "busy", LocalDate.parse("2026-11-22"), A_DAY);
        hourly(readings, "busy", TODAY, A_DAY);
        hourly(readings, "fresh", LocalDate.parse("2026-11-22"), A_DAY);
        hourly(readings, "fresh", TODAY, 3);
        hourly(readings, "silent", LocalDate.parse("2026-11-16"), A_DAY);

        Bill evening = latest(lab, readings, "busy");
        Bill morning = latest(lab, readings, "fresh");
        Bill afterAWeek = latest(lab, readings, "silent");

        assertThat(evening.requests()).isEqualTo(1);
        assertThat(morning.requests()).isEqualTo(2);
        assertThat(afterAWeek.requests()).isEqualTo(8);
        EXHIBIT.measured("queries-when-today-has-enough", evening.requests());
        EXHIBIT.measured("queries-after-midnight", morning.requests());
        EXHIBIT.measured("queries-after-a-silent-week", afterAWeek.requests());
        EXHIBIT.byRule("read-units-when-today-has-enough", evening.readUnits());
        EXHIBIT.byRule("read-units-after-a-silent-week", afterAWeek.readUnits());
    }

    private static Bill latest(Lab lab, Readings readings, String sensor) {
        int mark = lab.meter().mark();
        List<String> found = readings.latest(sensor, 10, TODAY, TODAY.minusDays(30));
        assertThat(found)
                .hasSize(10)
                .isSortedAccordingTo((a, b) -> Integer.compare(Integer.parseInt(b), Integer.parseInt(a)));
        return lab.meter().billSince(mark);
    }

    private static void hourly(Readings readings, String sensor, LocalDate day, int count) {
        Instant midnight = Instant.parse(day + "T00:00:00Z");
        int earlier = (int) day.toEpochDay() * A_DAY;
        for (int i = 0; i < count; i++) {
            readings.store(sensor, midnight.plus(Duration.ofHours(i)), "r-" + i, earlier + i);
        }
    }
}
