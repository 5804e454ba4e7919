package dojo.exhibits.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.conflict.ConflictLaw;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

@WithLab(laws = "[conflicts]\njitter = 0")
@WithTable
class Protocol_01_PreparedItemRefusesWrites {

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("Between prepare and commit an item refuses other writes, singly and"
                    + " in transactions, and answers a read with what was committed before.");

    @Test
    void a_write_is_refused_a_transaction_cancelled_and_a_read_answered(Lab lab, LabTable table) {
        var reservations = new Reservations(lab.client(), table.name());
        reservations.stock(3);
        int mark = lab.meter().mark();
        try (var other = lab.law(ConflictLaw.class).prepare(table.name(), Reservations.STOCK)) {
            Throwable single = catchThrowable(() -> reservations.reprice(790));
            int attempts = lab.meter().billSince(mark).requests();
            mark = lab.meter().mark();
            var cancelled = catchThrowableOfType(TransactionCanceledException.class, () -> reservations.reserve("o-7"));
            var price = lab.meter().billSince(mark);
            var read = lab.client()
                    .getItem(get ->
                            get.tableName(table.name()).key(Reservations.STOCK).consistentRead(true))
                    .item();

            var reasons = cancelled.cancellationReasons().stream()
                    .map(CancellationReason::code)
                    .toList();
            assertThat(other).isNotNull();
            assertThat(single).isInstanceOf(TransactionConflictException.class);
            assertThat(attempts).isEqualTo(1);
            assertThat(reasons).containsExactly("None", "TransactionConflict");
            assertThat(price.writeUnits()).isEqualTo(4);
            assertThat(Objects.requireNonNull(read.get("copies")).n()).isEqualTo("3");
            EXHIBIT.modelled("error-of-a-single-write", single.getClass().getSimpleName());
            EXHIBIT.modelled("attempts-of-a-single-write", attempts);
            EXHIBIT.modelled("reasons", String.join(", ", reasons));
            EXHIBIT.byRule("write-units-of-the-cancelled", price.writeUnits());
            EXHIBIT.modelled("copies-read-meanwhile", 3);
        }
        reservations.reserve("o-7");
        assertThat(table.items("ORDER#o-7")).hasSize(1);
    }
}
