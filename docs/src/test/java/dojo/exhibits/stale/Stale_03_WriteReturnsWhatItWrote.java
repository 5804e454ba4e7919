package dojo.exhibits.stale;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.bill.Bill;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

@WithLab
@WithTable
class Stale_03_WriteReturnsWhatItWrote {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("An update hands back the item as it left it: whoever wrote it"
            + " needs no read to know it, and pays for none.");

    @Test
    void the_new_count_comes_with_the_update(DynamoDbClient ddb, LabTable table, Lab lab) {
        table.put(Map.of("PK", fromS("SESSION#s-42"), "SK", fromS("META"), "turn_count", fromN("6")));
        int start = lab.meter().mark();

        // tag::all-new[]
        var answer = ddb.updateItem(update -> update.tableName(table.name())
                .key(Map.of("PK", fromS("SESSION#s-42"), "SK", fromS("META")))
                .updateExpression("SET turn_count = turn_count + :one")
                .expressionAttributeValues(Map.of(":one", fromN("1")))
                .returnValues(ReturnValue.ALL_NEW));
        // end::all-new[]

        Bill bill = lab.meter().billSince(start);
        assertThat(answer.attributes()).containsEntry("turn_count", fromN("7"));
        assertThat(bill).isEqualTo(new Bill(1, 0, 1));
        EXHIBIT.measured("turn-count", 7);
        EXHIBIT.measured("requests", bill.requests());
        EXHIBIT.byRule("read-units", bill.readUnits());
        EXHIBIT.byRule("write-units", bill.writeUnits());
    }
}
