package dojo.exhibits.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

@WithLab
@WithTable
class Lease_02_FenceRefusesTheLateWriter {

    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("If each lease has a larger number and the item written remembers the"
                    + " largest it has seen, the late worker is refused, whatever its clock says.");

    @Test
    void the_worker_that_slept_is_refused(DynamoDbClient ddb, LabTable table, Lab lab) {
        var summaries = new Summaries(ddb, table.name());
        long ada = summaries.acquire("ada", NINE);
        long ben = summaries.acquire("ben", NINE.plusSeconds(31));
        int start = lab.meter().mark();
        summaries.save("by ben, turns 1 to 40", ben);
        var price = lab.meter().billSince(start);

        Throwable late = catchThrowable(() -> summaries.save("by ada, turns 1 to 20", ada));

        var summary = table.items("SESSION#s-42").get(1);
        assertThat(late).isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(summary).containsEntry("summary_text", fromS("by ben, turns 1 to 40"));
        assertThat(price.writeUnits()).isEqualTo(1);
        EXHIBIT.measured("number-of-the-first", (double) ada);
        EXHIBIT.measured("number-of-the-second", (double) ben);
        EXHIBIT.measured("error", late.getClass().getSimpleName());
        EXHIBIT.byRule("write-units", price.writeUnits());
    }
}
