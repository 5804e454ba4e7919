package dojo.exhibits.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.bill.Bill;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@WithLab
@WithTable
class Audit_01_TailAndRangeAreOneQuery {

    private static final String ORDER = "ORDER#o-7";
    private static final String WHAT = "x".repeat(400);
    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("The latest events of an entity, and those between two times, are one query each, and"
                    + " cost what they return, however long the log is.");

    @Test
    void the_tail_costs_the_same_after_a_hundred_events_as_after_twenty(Lab lab, LabTable table) {
        var log = new AuditLog(lab.client(), table.name());
        int mark = lab.meter().mark();
        log.append(ORDER, START, "e-0", WHAT);
        Bill append = lab.meter().billSince(mark);

        write(log, 1, 20);
        Bill early = tail(lab, log);
        write(log, 20, 100);
        Bill late = tail(lab, log);
        mark = lab.meter().mark();
        int inTheHour = log.between(ORDER, START.plus(Duration.ofMinutes(30)), START.plus(Duration.ofMinutes(60)))
                .size();
        Bill range = lab.meter().billSince(mark);

        assertThat(append).isEqualTo(new Bill(1, 0, 1));
        assertThat(late).isEqualTo(early);
        assertThat(inTheHour).isEqualTo(30);
        assertThat(range.requests()).isEqualTo(1);
        EXHIBIT.byRule("write-units-of-an-event", append.writeUnits());
        EXHIBIT.measured("events", table.items(ORDER).size());
        EXHIBIT.byRule("read-units-of-the-latest-ten", late.readUnits());
        EXHIBIT.measured("events-in-the-range", inTheHour);
        EXHIBIT.byRule("read-units-of-the-range", range.readUnits());
    }

    private static void write(AuditLog log, int from, int until) {
        for (int i = from; i < until; i++) {
            log.append(ORDER, START.plus(Duration.ofMinutes(i)), "e-" + i, WHAT);
        }
    }

    private static Bill tail(Lab lab, AuditLog log) {
        int mark = lab.meter().mark();
        assertThat(log.latest(ORDER, 10)).hasSize(10);
        return lab.meter().billSince(mark);
    }
}
