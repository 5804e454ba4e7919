package dojo.exhibits.append;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.exhibits.append.PositionKeyedLog.Outcome;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
@WithTable
class Append_04_PositionIsTheLock {

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("With the position in the log as sort key, one conditional put stores"
                    + " a turn once, tells a retry from a rival, and costs what a bare put costs.");

    @Test
    void a_retry_meets_itself_and_a_rival_meets_the_occupant(DynamoDbClient ddb, LabTable table, Lab lab) {
        var log = new PositionKeyedLog(ddb, table.name());
        int start = lab.meter().mark();

        Outcome first = log.append("s-42", 7, "r-7", "The first volume is in stock.");
        var price = lab.meter().billSince(start);
        int beforeRetry = lab.meter().mark();
        Outcome retry = log.append("s-42", 7, "r-7", "The first volume is in stock.");
        var priceOfRetry = lab.meter().billSince(beforeRetry);
        Outcome rival = log.append("s-42", 7, "r-8", "Shall I reserve it?");

        assertThat(first).isEqualTo(Outcome.STORED);
        assertThat(retry).isEqualTo(Outcome.ALREADY_THERE);
        assertThat(rival).isEqualTo(Outcome.TAKEN);
        assertThat(table.items("SESSION#s-42")).hasSize(1);
        assertThat(price.requests()).isEqualTo(1);
        assertThat(price.writeUnits()).isEqualTo(1.0);
        assertThat(priceOfRetry.writeUnits()).isEqualTo(1.0);
        EXHIBIT.measured("items", table.items("SESSION#s-42").size());
        EXHIBIT.measured("requests", price.requests());
        EXHIBIT.byRule("write-units", price.writeUnits());
        EXHIBIT.byRule("write-units-of-a-retry", priceOfRetry.writeUnits());
    }
}
