package dojo.exhibits.unique;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Race;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
@WithTable
class Unique_02_ClaimItemLetsOneIn {

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("With the handle as the key of an item of its own, in one transaction"
                    + " with the profile, the second customer is refused and leaves nothing behind.");

    @Test
    void of_two_customers_one_gets_the_handle(DynamoDbClient ddb, LabTable table, Lab lab) throws Exception {
        Race race = Race.on(ddb);
        var handles = new Handles(race.client(), table.name());

        List<Boolean> told = race.run(() -> handles.register("c-1", "mina"), () -> handles.register("c-2", "mina"));
        int start = lab.meter().mark();
        new Handles(ddb, table.name()).register("c-3", "ben");
        var price = lab.meter().billSince(start);

        assertThat(told).containsExactlyInAnyOrder(true, false);
        assertThat(table.items()).hasSize(4);
        assertThat(price.writeUnits()).isEqualTo(4);
        EXHIBIT.measured("customers-told-yes", Collections.frequency(told, true));
        EXHIBIT.measured("items-of-each", 2);
        EXHIBIT.byRule("write-units", price.writeUnits());
    }
}
