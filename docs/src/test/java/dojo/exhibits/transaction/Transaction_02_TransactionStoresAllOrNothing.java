package dojo.exhibits.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

@WithLab
@WithTable
class Transaction_02_TransactionStoresAllOrNothing {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("A transaction stores both items or none, says by position which"
            + " action was in the way, and is charged double whether it succeeds or not.");

    @Test
    void a_taken_turn_keeps_the_session_from_being_stored(DynamoDbClient ddb, LabTable table, Lab lab) {
        var openings = new Openings(ddb, table.name());
        int start = lab.meter().mark();
        openings.together("s-41", "opening-of-s-41");
        var price = lab.meter().billSince(start);
        table.put(Openings.item("s-42", "TURN#000001"));

        int before = lab.meter().mark();
        var cancelled = catchThrowableOfType(
                TransactionCanceledException.class, () -> openings.together("s-42", "opening-of-s-42"));
        var priceOfNothing = lab.meter().billSince(before);

        var codes = cancelled.cancellationReasons().stream()
                .map(CancellationReason::code)
                .toList();
        assertThat(codes).containsExactly("None", "ConditionalCheckFailed");
        assertThat(table.items("SESSION#s-41")).hasSize(2);
        assertThat(table.items("SESSION#s-42")).hasSize(1);
        assertThat(price.writeUnits()).isEqualTo(4);
        assertThat(priceOfNothing.writeUnits()).isEqualTo(4);
        EXHIBIT.measured("items", table.items("SESSION#s-41").size());
        EXHIBIT.measured("reasons", String.join(", ", codes));
        EXHIBIT.measured("error", cancelled.getClass().getSimpleName());
        EXHIBIT.byRule("write-units", price.writeUnits());
        EXHIBIT.byRule("write-units-when-cancelled", priceOfNothing.writeUnits());
    }
}
