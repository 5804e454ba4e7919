package dojo.exhibits.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity.TOTAL;

import dojo.exhibits.Exhibit;
import dojo.exhibits.Shapes;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

/** When the index becomes ACTIVE is our model; what it holds and what it refuses then is DynamoDB Local's. */
@WithLab(laws = """
                [replication]
                index-allocation = "30 s"
                """)
@WithTable
class Backfill_01_MendedItemEntersLater {

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("An item without the key attribute is left out of the backfill and enters"
                    + " when it is mended; a writer that sends another type is refused once the index is ACTIVE.");

    @Test
    void the_item_is_mended_and_the_old_writer_is_refused(DynamoDbClient ddb, LabTable table, Lab lab) {
        table.put(session("s-1", fromS("c-9")));
        table.put(Map.of("PK", fromS("SESSION#s-2"), "SK", fromS("META")));

        // tag::add[]
        var creation = GlobalSecondaryIndexUpdate.builder()
                .create(index -> index.indexName("by-customer")
                        .keySchema(Shapes.key("customer"))
                        .projection(all -> all.projectionType(ProjectionType.ALL)))
                .build();
        ddb.updateTable(update -> update.tableName(table.name())
                .attributeDefinitions(Shapes.strings("customer"))
                .globalSecondaryIndexUpdates(creation));
        // end::add[]
        lab.clock().advance(Duration.ofMinutes(5));
        int before = entries(ddb, table);
        var refusal = catchThrowableOfType(DynamoDbException.class, () -> put(ddb, table, session("s-3", fromN("9"))));
        double mended = put(ddb, table, session("s-2", fromS("c-9")));
        lab.clock().advance(Duration.ofMinutes(1));

        assertThat(before).isEqualTo(1);
        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
        assertThat(entries(ddb, table)).isEqualTo(2);
        EXHIBIT.measured("items", table.items().size());
        EXHIBIT.measured("entries", before);
        EXHIBIT.measured("entries-after-mending", entries(ddb, table));
        EXHIBIT.measured("write-units-of-mending", mended);
        EXHIBIT.measured("error", refusal.awsErrorDetails().errorCode());
    }

    private static Map<String, AttributeValue> session(String id, AttributeValue customer) {
        return Map.of("PK", fromS("SESSION#" + id), "SK", fromS("META"), "customer", customer);
    }

    private static double put(DynamoDbClient ddb, LabTable table, Map<String, AttributeValue> item) {
        return ddb.putItem(put -> put.tableName(table.name()).item(item).returnConsumedCapacity(TOTAL))
                .consumedCapacity()
                .capacityUnits();
    }

    private static int entries(DynamoDbClient ddb, LabTable table) {
        return ddb.scan(scan -> scan.tableName(table.name()).indexName("by-customer"))
                .count();
    }
}
