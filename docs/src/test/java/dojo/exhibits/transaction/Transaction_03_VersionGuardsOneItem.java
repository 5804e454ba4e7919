package dojo.exhibits.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
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
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

@WithLab
@WithTable
class Transaction_03_VersionGuardsOneItem {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("For one item a condition on its version is enough: of two writers"
            + " who read the same version one is refused, and no transaction was paid for.");

    @Test
    void of_two_who_read_version_one_the_second_is_refused(DynamoDbClient ddb, LabTable table, Lab lab) {
        table.put(Map.of("PK", fromS("SESSION#s-42"), "SK", fromS("META"), "version", fromN("1")));
        int start = lab.meter().mark();

        name(ddb, table.name(), "Ada's question", 1);
        var price = lab.meter().billSince(start);
        Throwable late = catchThrowable(() -> name(ddb, table.name(), "Ben's question", 1));

        assertThat(late).isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(table.items("SESSION#s-42").get(0)).containsEntry("title", fromS("Ada's question"));
        assertThat(price).isEqualTo(new Bill(1, 0, 1));
        EXHIBIT.measured("requests", price.requests());
        EXHIBIT.measured("error", late.getClass().getSimpleName());
        EXHIBIT.byRule("write-units", price.writeUnits());
    }

    // tag::version[]
    private static void name(DynamoDbClient ddb, String table, String title, int read) {
        ddb.updateItem(update -> update.tableName(table)
                .key(Map.of("PK", fromS("SESSION#s-42"), "SK", fromS("META")))
                .updateExpression("SET title = :title, version = :next")
                .conditionExpression("version = :read")
                .expressionAttributeValues(Map.of(
                        ":title", fromS(title),
                        ":read", fromN(String.valueOf(read)),
                        ":next", fromN(String.valueOf(read + 1)))));
    }
    // end::version[]
}
