package dojo.exhibits.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

@WithLab(laws = "[conflicts]\njitter = 0")
@WithTable
class Protocol_02_SameTokenIsDoneOnce {

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("A repetition with the same token succeeds without being done again,"
                    + " and costs reads; once the window is over, it is a new transaction.");

    @Test
    void within_the_window_it_is_answered_and_after_it_judged_anew(Lab lab, LabTable table) {
        var reservations = new Reservations(lab.client(), table.name());
        reservations.stock(3);
        int mark = lab.meter().mark();
        reservations.reserve("o-7");
        var first = lab.meter().billSince(mark);
        mark = lab.meter().mark();
        reservations.reserve("o-7");
        var again = lab.meter().billSince(mark);
        String copies = Objects.requireNonNull(table.items("VOLUME#2").get(0).get("copies"))
                .n();
        lab.clock().advance(Duration.ofMinutes(11));
        Throwable late = catchThrowable(() -> reservations.reserve("o-7"));

        assertThat(copies).isEqualTo("2");
        assertThat(first.writeUnits()).isEqualTo(4);
        assertThat(again.writeUnits()).isZero();
        assertThat(again.readUnits()).isPositive();
        assertThat(late).isInstanceOf(TransactionCanceledException.class);
        EXHIBIT.byRule("write-units", first.writeUnits());
        EXHIBIT.byRule("write-units-of-the-repetition", again.writeUnits());
        EXHIBIT.byRule("read-units-of-the-repetition", again.readUnits());
        EXHIBIT.modelled("copies-taken", 3 - Integer.parseInt(copies));
        EXHIBIT.modelled("error-after-eleven-minutes", late.getClass().getSimpleName());
    }
}
