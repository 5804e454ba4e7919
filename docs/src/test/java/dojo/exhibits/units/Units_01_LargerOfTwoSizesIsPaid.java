package dojo.exhibits.units;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity.TOTAL;

import dojo.exhibits.Exhibit;
import dojo.lab.item.ItemSize;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@WithLab
@WithTable
class Units_01_LargerOfTwoSizesIsPaid {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("A write is rounded up to whole kilobytes of 1,024 bytes, and"
            + " replacing an item is paid by the larger of what was there and what comes.");

    @Test
    void one_byte_more_is_one_unit_more_and_shrinking_is_paid_by_the_old_size(LabTable table) {
        double kilobyte = put(table, item("s-1", 1_024));
        double oneByteMore = put(table, item("s-2", 1_025));
        double large = put(table, item("s-3", 5_000));
        double shrunk = put(table, item("s-3", 100));

        assertThat(kilobyte).isEqualTo(1);
        assertThat(oneByteMore).isEqualTo(2);
        assertThat(large).isEqualTo(5);
        assertThat(shrunk).isEqualTo(5);
        EXHIBIT.measured("units-of-1024-bytes", kilobyte);
        EXHIBIT.measured("units-of-1025-bytes", oneByteMore);
        EXHIBIT.measured("units-of-5000-bytes", large);
        EXHIBIT.measured("units-of-100-bytes-in-its-place", shrunk);
    }

    private static Map<String, AttributeValue> item(String session, int bytes) {
        var item = new HashMap<>(Map.of("PK", fromS(session), "SK", fromS("META"), "text", fromS("")));
        item.put("text", fromS("x".repeat((int) (bytes - ItemSize.bytes(item)))));
        return item;
    }

    private static double put(LabTable table, Map<String, AttributeValue> item) {
        return table.backstage()
                .putItem(put -> put.tableName(table.name()).item(item).returnConsumedCapacity(TOTAL))
                .consumedCapacity()
                .capacityUnits();
    }
}
