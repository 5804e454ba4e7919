package dojo.exhibits.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromNul;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity.TOTAL;

import dojo.exhibits.Exhibit;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

@WithLab
@WithTable(globalIndexes = @GlobalIndex(name = "by-customer", partitionKey = "GSI1PK", sortKey = "GSI1SK"))
class Index_02_NullKeyIsRefusedAndAbsentKeyIsFree {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("An item without the index key is not in the index and costs it"
            + " nothing; one with a NULL for the key is refused.");

    @Test
    void a_guest_has_no_customer_rather_than_a_null(LabTable table) {
        var guest = new HashMap<>(Map.of("PK", fromS("SESSION#s-1"), "SK", fromS("META"), "GSI1SK", fromS("09:00")));
        var nulled = new HashMap<>(guest);
        nulled.put("GSI1PK", fromNul(true));

        var refusal = catchThrowableOfType(DynamoDbException.class, () -> put(table, nulled));
        double guestUnits = put(table, guest);
        guest.put("PK", fromS("SESSION#s-2"));
        guest.put("GSI1PK", fromS("CUSTOMER#c-9"));
        double customerUnits = put(table, guest);
        int entries = table.backstage()
                .scan(scan -> scan.tableName(table.name()).indexName("by-customer"))
                .count();

        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
        assertThat(guestUnits).isEqualTo(1);
        assertThat(customerUnits).isEqualTo(2);
        assertThat(entries).isEqualTo(1);
        EXHIBIT.measured("error", refusal.awsErrorDetails().errorCode());
        EXHIBIT.measured("write-units-of-a-guest", guestUnits);
        EXHIBIT.measured("write-units-of-a-customer", customerUnits);
        EXHIBIT.measured("entries", entries);
    }

    private static double put(LabTable table, Map<String, AttributeValue> item) {
        return table.backstage()
                .putItem(put -> put.tableName(table.name()).item(item).returnConsumedCapacity(TOTAL))
                .consumedCapacity()
                .capacityUnits();
    }
}
