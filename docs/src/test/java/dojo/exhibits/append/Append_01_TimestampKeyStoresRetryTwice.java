package dojo.exhibits.append;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
@WithTable
class Append_01_TimestampKeyStoresRetryTwice {

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("With the time of the attempt as sort key, a turn that is sent again"
                    + " is stored again: its condition looks at a key that nobody has used.");

    @Test
    void one_response_sent_twice_becomes_two_items(DynamoDbClient ddb, LabTable table, Lab lab) {
        var log = new TimestampKeyedLog(ddb, table.name());
        int start = lab.meter().mark();

        log.append("s-42", "r-7", "The first volume is in stock.", 1_763_800_000_000L);
        var price = lab.meter().billSince(start);
        log.append("s-42", "r-7", "The first volume is in stock.", 1_763_800_000_850L);

        var stored = Stored.texts(table, "s-42", "response_id");
        assertThat(stored).containsExactly("r-7", "r-7");
        assertThat(price.writeUnits()).isEqualTo(1.0);
        EXHIBIT.measured("items", stored.size());
        EXHIBIT.byRule("write-units", price.writeUnits());
    }
}
