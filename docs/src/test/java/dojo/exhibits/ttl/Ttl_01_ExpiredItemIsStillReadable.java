package dojo.exhibits.ttl;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

@WithLab
@WithTable(timeToLive = "ttl")
class Ttl_01_ExpiredItemIsStillReadable {

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("An item past its expiry time is an ordinary item until it is deleted:"
                    + " reads return it and are charged for it.");

    @Test
    void an_item_that_expired_yesterday_is_returned_and_charged(LabTable table) {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        var expired = Expiring.session("c-9", "s-42", yesterday);
        table.put(expired);

        var got = table.backstage()
                .getItem(get -> get.tableName(table.name())
                        .key(Map.of("PK", expired.get("PK"), "SK", expired.get("SK")))
                        .consistentRead(true)
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));

        assertThat(got.item()).isEqualTo(expired);
        assertThat(got.consumedCapacity().capacityUnits()).isEqualTo(1.0);
        EXHIBIT.measured("items-returned", got.hasItem() ? 1 : 0);
        EXHIBIT.measured("strong-units", got.consumedCapacity().capacityUnits());
    }
}
