package dojo.exhibits.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

@WithLab
@WithTable
class Append_03_MarkerTransactionIsSafeAndDear {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming(
            "A marker item in one transaction with the turn stores the turn once, and two items cost double each.");

    @Test
    void a_retry_is_cancelled_and_the_append_costs_two_doubled_writes(DynamoDbClient ddb, LabTable table, Lab lab) {
        var log = new MarkedLog(ddb, table.name());
        int start = lab.meter().mark();

        log.append("s-42", "r-7", "The first volume is in stock.", 1_763_800_000_000L);
        var price = lab.meter().billSince(start);
        Throwable retry =
                catchThrowable(() -> log.append("s-42", "r-7", "The first volume is in stock.", 1_763_800_000_850L));

        assertThat(retry).isInstanceOf(TransactionCanceledException.class);
        int turns = Stored.turns(table, "s-42");
        assertThat(turns).isEqualTo(1);
        assertThat(price.writeUnits()).isEqualTo(4.0);
        EXHIBIT.measured("turns", turns);
        EXHIBIT.measured("error", retry.getClass().getSimpleName());
        EXHIBIT.byRule("write-units", price.writeUnits());
    }
}
