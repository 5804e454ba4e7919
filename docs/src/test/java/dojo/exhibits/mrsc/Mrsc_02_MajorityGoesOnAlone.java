package dojo.exhibits.mrsc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

@WithLab(laws = """
        [regions]
        tables = "all"
        mode = "strong"
        """)
@WithTable
class Mrsc_02_MajorityGoesOnAlone {

    private static final Map<String, AttributeValue> CART = Map.of("PK", fromS("CART#c-9"), "SK", fromS("CART"));

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("A Region that is cut off refuses writes and loses none that it"
            + " acknowledged; the other two go on. Transactions and time to live are refused at all times.");

    @Test
    void the_cut_off_region_is_refused_and_nothing_acknowledged_is_lost(Lab lab, LabTable table) {
        var east = lab.in("us-east-1").client();
        var europe = lab.in("eu-west-1").client();
        put(europe, table.name());
        lab.regions().isolate("eu-west-1");

        var cutOff = catchThrowableOfType(DynamoDbException.class, () -> put(europe, table.name()));
        var found = east.getItem(get -> get.tableName(table.name()).key(CART).consistentRead(true));
        put(east, table.name());
        var write = TransactWriteItem.builder()
                .put(one -> one.tableName(table.name()).item(CART))
                .build();
        var transaction = catchThrowableOfType(
                DynamoDbException.class, () -> east.transactWriteItems(all -> all.transactItems(List.of(write))));
        var timeToLive = catchThrowableOfType(
                DynamoDbException.class,
                () -> east.updateTimeToLive(update -> update.tableName(table.name())
                        .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName("expires"))));

        assertThat(cutOff.statusCode()).isEqualTo(503);
        assertThat(found.item()).isEqualTo(CART);
        assertThat(transaction.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
        assertThat(timeToLive.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
        EXHIBIT.modelled("status-where-cut-off", cutOff.statusCode());
        EXHIBIT.modelled("acknowledged-writes-lost", 0);
        EXHIBIT.modelled("error-of-a-transaction", transaction.awsErrorDetails().errorCode());
        EXHIBIT.modelled("error-of-time-to-live", timeToLive.awsErrorDetails().errorCode());
    }

    private static void put(DynamoDbClient region, String table) {
        region.putItem(put -> put.tableName(table).item(CART));
    }
}
