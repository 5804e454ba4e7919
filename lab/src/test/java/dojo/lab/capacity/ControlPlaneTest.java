package dojo.lab.capacity;

import static dojo.lab.capacity.Throttled.INDEX;
import static dojo.lab.capacity.Throttled.get;
import static dojo.lab.capacity.Throttled.throughput;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.LimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;
import software.amazon.awssdk.services.dynamodb.model.UpdateGlobalSecondaryIndexAction;

/** What owners ask of their tables is kept, described, and held to its quotas. */
class ControlPlaneTest extends ControlPlaneScene {

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
}
