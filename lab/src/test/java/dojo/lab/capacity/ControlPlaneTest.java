package dojo.lab.capacity;

import static dojo.lab.capacity.Throttled.INDEX;
import static dojo.lab.capacity.Throttled.TABLE;
import static dojo.lab.capacity.Throttled.get;
import static dojo.lab.capacity.Throttled.throughput;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.LimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;
import software.amazon.awssdk.services.dynamodb.model.UpdateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.WarmThroughput;

/** What owners ask of their tables is kept, described, and held to its quotas. */
class ControlPlaneTest {

    private final Throttled lab = new Throttled(CapacitySettings.real());

    @AfterEach
    void close() {
        lab.close();
    }

    /**
     * A new table on demand is warm for 12,000 and 4,000.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/warm-throughput-scenarios.html">Warm
     *     throughput in different scenarios</a>
     */
    @Test
    void a_table_on_demand_is_described_with_its_warm_throughput() {
        lab.onDemand();

        TableDescription table = described();
        GlobalSecondaryIndexDescription index = table.globalSecondaryIndexes().get(0);

        assertEquals(BillingMode.PAY_PER_REQUEST, table.billingModeSummary().billingMode());
        assertEquals(12_000, table.warmThroughput().readUnitsPerSecond());
        assertEquals(4_000, table.warmThroughput().writeUnitsPerSecond());
        assertEquals(12_000, index.warmThroughput().readUnitsPerSecond());
        assertNull(table.onDemandThroughput());
    }

    @Test
    void warm_throughput_may_be_raised_alone_and_never_lowered() {
        lab.onDemand();

        TableDescription raised = lab.client()
                .updateTable(update().warmThroughput(warm(30_000, 10_000)).build())
                .tableDescription();
        var refused = assertThrows(
                DynamoDbException.class,
                () -> lab.client()
                        .updateTable(
                                update().warmThroughput(warm(20_000, 10_000)).build()));

        assertEquals(30_000, raised.warmThroughput().readUnitsPerSecond());
        assertEquals("ValidationException", refused.awsErrorDetails().errorCode());
        assertEquals(10_000, described().warmThroughput().writeUnitsPerSecond());
    }

    @Test
    void a_maximum_may_be_set_changed_and_taken_back() {
        lab.onDemand();

        lab.client().updateTable(update().onDemandThroughput(maximum(2L, null)).build());
        assertEquals(2, described().onDemandThroughput().maxReadRequestUnits());
        assertEquals(-1, described().onDemandThroughput().maxWriteRequestUnits());
        Throttled.untilRefused(ThrottlingException.class, () -> lab.client().getItem(get("p", "s")));

        lab.client().updateTable(update().onDemandThroughput(maximum(-1L, null)).build());
        assertNull(described().onDemandThroughput());
        lab.client().getItem(get("p", "s"));
    }

    @Test
    void the_maximum_of_an_index_is_its_own() {
        lab.onDemand();

        lab.client()
                .updateTable(update().globalSecondaryIndexUpdates(GlobalSecondaryIndexUpdate.builder()
                                .update(UpdateGlobalSecondaryIndexAction.builder()
                                        .indexName(INDEX)
                                        .onDemandThroughput(maximum(null, 7L))
                                        .build())
                                .build())
                        .build());

        TableDescription table = described();
        assertNull(table.onDemandThroughput());
        assertEquals(
                7, table.globalSecondaryIndexes().get(0).onDemandThroughput().maxWriteRequestUnits());
    }

    @Test
    void more_provisioned_throughput_is_served_at_once() {
        lab.provisioned(1, 1, 1, 1);
        Throttled.untilRefused(
                ProvisionedThroughputExceededException.class, () -> lab.client().getItem(get("p", "s")));

        lab.client()
                .updateTable(update().provisionedThroughput(throughput(500, 1)).build());
        lab.pass(Duration.ofSeconds(2));

        for (int i = 0; i < 1_000; i++) {
            lab.client().getItem(get("p", "s"));
        }
        assertEquals(500, described().provisionedThroughput().readCapacityUnits());
        assertEquals(500, described().warmThroughput().readUnitsPerSecond());
    }

    /**
     * The clock of the lab starts at midnight: four decreases, and one more with each hour.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html">Quotas</a>
     */
    @Test
    void a_fifth_decrease_has_to_wait_for_the_next_hour() {
        lab.provisioned(100, 100, 100, 100);
        for (int units = 99; units >= 96; units--) {
            lab.client()
                    .updateTable(update().provisionedThroughput(throughput(units, 100))
                            .build());
        }

        assertThrows(
                LimitExceededException.class,
                () -> lab.client()
                        .updateTable(update().provisionedThroughput(throughput(95, 100))
                                .build()));
        lab.client()
                .updateTable(update().provisionedThroughput(throughput(97, 100)).build());
        lab.pass(Duration.ofHours(1));
        lab.client()
                .updateTable(update().provisionedThroughput(throughput(95, 100)).build());

        assertEquals(95, described().provisionedThroughput().readCapacityUnits());
    }

    /**
     * Four switches to on-demand mode in any 24 hours; back at any time.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-switching-capacity-modes.html">
     *     Switching capacity modes</a>
     */
    @Test
    void a_fifth_switch_to_on_demand_has_to_wait_for_the_first_to_be_a_day_old() {
        lab.provisioned(5, 5, 5, 5);
        for (int i = 0; i < 4; i++) {
            lab.client()
                    .updateTable(
                            update().billingMode(BillingMode.PAY_PER_REQUEST).build());
            lab.client().updateTable(provisionedAgain(6 + i));
            lab.pass(Duration.ofHours(1));
        }

        assertThrows(
                LimitExceededException.class,
                () -> lab.client()
                        .updateTable(update().billingMode(BillingMode.PAY_PER_REQUEST)
                                .build()));
        lab.pass(Duration.ofHours(20));
        lab.client()
                .updateTable(update().billingMode(BillingMode.PAY_PER_REQUEST).build());

        // Warm for what every new table on demand is warm for.
        assertEquals(4_000, described().warmThroughput().writeUnitsPerSecond());
    }

    /** A table has at most 40,000 units of each kind. */
    @Test
    void more_than_the_quota_cannot_be_provisioned() {
        assertThrows(LimitExceededException.class, () -> lab.provisioned(40_001, 1, 1, 1));
        lab.provisioned(40_000, 1, 1, 1);
        assertThrows(
                LimitExceededException.class,
                () -> lab.client()
                        .updateTable(update().provisionedThroughput(throughput(1, 40_001))
                                .build()));
        assertThrows(
                LimitExceededException.class,
                () -> lab.client()
                        .updateTable(
                                update().warmThroughput(warm(1_000_000_000, 1)).build()));
    }

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

    private TableDescription described() {
        return lab.client()
                .describeTable(DescribeTableRequest.builder().tableName(TABLE).build())
                .table();
    }

    /** Local refuses to give an index the units that it had before the table went on demand. */
    private static UpdateTableRequest provisionedAgain(long units) {
        return update().billingMode(BillingMode.PROVISIONED)
                .provisionedThroughput(throughput(units, units))
                .globalSecondaryIndexUpdates(GlobalSecondaryIndexUpdate.builder()
                        .update(UpdateGlobalSecondaryIndexAction.builder()
                                .indexName(INDEX)
                                .provisionedThroughput(throughput(units, units))
                                .build())
                        .build())
                .build();
    }

    private static UpdateTableRequest.Builder update() {
        return UpdateTableRequest.builder().tableName(TABLE);
    }

    private static WarmThroughput warm(long readUnits, long writeUnits) {
        return WarmThroughput.builder()
                .readUnitsPerSecond(readUnits)
                .writeUnitsPerSecond(writeUnits)
                .build();
    }

    private static OnDemandThroughput maximum(
            @org.jspecify.annotations.Nullable Long readUnits, @org.jspecify.annotations.Nullable Long writeUnits) {
        return OnDemandThroughput.builder()
                .maxReadRequestUnits(readUnits)
                .maxWriteRequestUnits(writeUnits)
                .build();
    }
}
