package dojo.exhibits.reasons;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Traffic;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

/** Real limits for a partition; the table has five write units a second provisioned. */
@WithLab(laws = """
                [capacity]
                partition-write-units = 1000
                """)
@WithTable
class Reasons_02_ProvisionedTableNamesItsTotal {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("The same writes to a table with too little provisioned fail with"
            + " another exception and another reason: the total of the table, not a key range.");

    @Test
    void spread_writes_meet_the_total(LabTable table, Lab lab) {
        lab.client()
                .updateTable(update -> update.tableName(table.name())
                        .billingMode(BillingMode.PROVISIONED)
                        .provisionedThroughput(
                                units -> units.readCapacityUnits(5L).writeCapacityUnits(5L)));
        lab.clock().advance(Duration.ofMinutes(1));
        var ddb = Traffic.on(lab).client();
        List<ProvisionedThroughputExceededException> refused = new ArrayList<>();
        for (int i = 0; i < 2_000 && refused.isEmpty(); i++) {
            var job = Map.of("PK", fromS("JOB#" + i), "SK", fromS("META"));
            try {
                ddb.putItem(put -> put.tableName(table.name()).item(job));
            } catch (ProvisionedThroughputExceededException throttled) {
                refused.add(throttled);
            }
        }

        var reason = refused.get(0).throttlingReasons().get(0);
        assertThat(reason.reason()).isEqualTo("TableWriteProvisionedThroughputExceeded");
        EXHIBIT.modelled("exception", refused.get(0).getClass().getSimpleName());
        EXHIBIT.modelled("reason", reason.reason());
    }
}
