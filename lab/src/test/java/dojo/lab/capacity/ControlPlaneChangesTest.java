package dojo.lab.capacity;

import static dojo.lab.capacity.Throttled.INDEX;
import static dojo.lab.capacity.Throttled.TABLE;
import static dojo.lab.capacity.Throttled.get;
import static dojo.lab.capacity.Throttled.throughput;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Tables and indexes that are made, made again, made backstage, scaled, or not there. */
class ControlPlaneChangesTest extends ControlPlaneScene {

    @Test
    void a_table_made_again_is_a_new_table() {
        lab.provisioned(1, 1, 1, 1);
        Throttled.untilRefused(
                ProvisionedThroughputExceededException.class, () -> lab.client().getItem(get("p", "s")));
        lab.client().deleteTable(DeleteTableRequest.builder().tableName(TABLE).build());
        lab.onDemand();

        for (int i = 0; i < 100; i++) {
            lab.client().getItem(get("p", "s"));
        }
    }

    @Test
    void a_table_made_backstage_is_met_as_it_is() {
        lab.lab()
                .backstage()
                .createTable(Throttled.table()
                        .provisionedThroughput(throughput(1, 1))
                        .globalSecondaryIndexes(Throttled.index()
                                .provisionedThroughput(throughput(1, 1))
                                .build())
                        .build());

        var refused = Throttled.untilRefused(
                ProvisionedThroughputExceededException.class, () -> lab.client().getItem(get("p", "s")));

        assertEquals(
                "TableReadProvisionedThroughputExceeded",
                refused.throttlingReasons().get(0).reason());
    }

    /** The law finds out with the first write that the index shares in. */
    @Test
    void an_index_made_backstage_has_throughput_of_its_own() {
        lab.client()
                .createTable(Throttled.table()
                        .attributeDefinitions(Throttled.attribute("pk"), Throttled.attribute("sk"))
                        .provisionedThroughput(throughput(300, 300))
                        .build());
        lab.client().putItem(Throttled.put("p", "s"));
        lab.lab()
                .backstage()
                .deleteTable(DeleteTableRequest.builder().tableName(TABLE).build());
        lab.lab()
                .backstage()
                .createTable(Throttled.table()
                        .provisionedThroughput(throughput(300, 300))
                        .globalSecondaryIndexes(Throttled.index()
                                .provisionedThroughput(throughput(1, 1))
                                .build())
                        .build());

        int[] n = {0};
        var refused = Throttled.untilRefused(
                ProvisionedThroughputExceededException.class,
                () -> lab.client().putItem(Throttled.put("pk-" + n[0]++, "s", "red")));

        assertEquals(Throttled.INDEX_ARN, refused.throttlingReasons().get(0).resource());
    }

    @Test
    void auto_scaling_changes_what_is_described() {
        lab.provisioned(100, 100, 100, 100);
        lab.law().autoScale(TABLE, Optional.of(INDEX), Access.READ, new Scaling(10, 100, 0.7));
        lab.law().autoScale(TABLE, Optional.empty(), Access.WRITE, new Scaling(10, 100, 0.7));

        lab.pass(Duration.ofMinutes(18));
        lab.law().heat();

        TableDescription table = described();
        assertEquals(10, table.provisionedThroughput().writeCapacityUnits());
        assertEquals(100, table.provisionedThroughput().readCapacityUnits());
        assertEquals(
                10,
                table.globalSecondaryIndexes().get(0).provisionedThroughput().readCapacityUnits());
    }

    @Test
    void what_does_not_exist_cannot_be_scaled() {
        var refused = assertThrows(
                IllegalArgumentException.class,
                () -> lab.law().autoScale("nowhere", Optional.empty(), Access.READ, new Scaling(1, 2, 0.5)));
        assertTrue(String.valueOf(refused.getMessage()).contains("There is no nowhere to scale"));
    }

    @Test
    void a_request_to_a_table_that_does_not_exist_is_refused_by_the_store() {
        for (Runnable request : List.<Runnable>of(
                () -> lab.client().getItem(get("p", "s")),
                () -> lab.client().putItem(Throttled.put("p", "s")),
                () -> lab.client()
                        .updateTable(update().warmThroughput(warm(1, 1)).build()))) {
            var refused = assertThrows(DynamoDbException.class, request::run);
            assertEquals("ResourceNotFoundException", refused.awsErrorDetails().errorCode());
        }
    }
}
