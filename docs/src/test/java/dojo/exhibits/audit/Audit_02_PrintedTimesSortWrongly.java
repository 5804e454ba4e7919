package dojo.exhibits.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@WithLab
@WithTable
class Audit_02_PrintedTimesSortWrongly {

    private static final String ORDER = "ORDER#o-7";
    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("A sort key is compared as text: times printed with as many digits as they need come out"
                    + " in a wrong order and fall out of a range; with a fixed width they do neither.");

    @Test
    void half_past_the_second_comes_before_the_second(LabTable table) {
        var printed = new PrintedTimes(table.backstage(), table.name());
        printed.append("PRINTED", NINE, "e-1", "paid");
        printed.append("PRINTED", NINE.plusMillis(500), "e-2", "shipped");
        var padded = new AuditLog(table.backstage(), table.name());
        padded.append(ORDER, NINE, "e-1", "paid");
        padded.append(ORDER, NINE.plusMillis(500), "e-2", "shipped");

        var order = table.items("PRINTED").stream()
                .map(item -> String.valueOf(item.get("what")))
                .toList();
        var lost = printed.between("PRINTED", NINE, NINE.plusSeconds(1));
        var whole = padded.between(ORDER, NINE, NINE.plusSeconds(1));

        assertThat(order.get(0)).contains("shipped");
        assertThat(lost).isEqualTo(List.of("paid"));
        assertThat(whole).isEqualTo(List.of("paid", "shipped"));
        assertThat(padded.latest(ORDER, 1)).containsExactly("shipped");
        EXHIBIT.measured("events-of-the-second", whole.size());
        EXHIBIT.measured("events-found-with-printed-times", lost.size());
        EXHIBIT.measured("events-found-with-a-fixed-width", whole.size());
    }
}
