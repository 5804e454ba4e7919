package dojo.lab.capacity;

import static dojo.lab.capacity.Throttled.INDEX;
import static dojo.lab.capacity.Throttled.INDEX_ARN;
import static dojo.lab.capacity.Throttled.TABLE;
import static dojo.lab.capacity.Throttled.TABLE_ARN;
import static dojo.lab.capacity.Throttled.get;
import static dojo.lab.capacity.Throttled.put;
import static dojo.lab.capacity.Throttled.text;
import static dojo.lab.capacity.Throttled.untilRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.RequestLimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingReason;

/**
 * Each of the sixteen reasons, met by an ordinary client.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/throttling-diagnosing-workflow.html">
 *     Diagnosing throttling</a>
 */
class ReasonsTest {

    /** A partition serves 30 read units and 10 write units a second, a table on demand starts with four of them. */
    private static final CapacitySettings SMALL = CapacitySettings.real().scaledBy(0.01);

    private static final long PLENTY = 300;

    @Test
    void provisioned_table_out_of_read_and_of_write_units() {
        try (Throttled lab = new Throttled(SMALL).provisioned(1, 1, PLENTY, PLENTY)) {
            assertReasons(
                    reads(lab, ProvisionedThroughputExceededException.class).throttlingReasons(),
                    "TableReadProvisionedThroughputExceeded",
                    TABLE_ARN);
            assertReasons(
                    writes(lab, ProvisionedThroughputExceededException.class).throttlingReasons(),
                    "TableWriteProvisionedThroughputExceeded",
                    TABLE_ARN);
        }
    }

    @Test
    void provisioned_index_out_of_read_and_of_write_units() {
        try (Throttled lab = new Throttled(SMALL).provisioned(PLENTY, PLENTY, 1, 1)) {
            assertReasons(
                    queries(lab, ProvisionedThroughputExceededException.class).throttlingReasons(),
                    "IndexReadProvisionedThroughputExceeded",
                    INDEX_ARN);
            assertReasons(
                    colours(lab, ProvisionedThroughputExceededException.class).throttlingReasons(),
                    "IndexWriteProvisionedThroughputExceeded",
                    INDEX_ARN);
        }
    }

    @Test
    void key_range_of_a_provisioned_table_and_of_its_index() {
        try (Throttled lab = new Throttled(SMALL).provisioned(PLENTY, PLENTY, PLENTY, PLENTY)) {
            assertReasons(
                    reads(lab, ProvisionedThroughputExceededException.class).throttlingReasons(),
                    "TableReadKeyRangeThroughputExceeded",
                    TABLE_ARN);
            assertReasons(
                    writes(lab, ProvisionedThroughputExceededException.class).throttlingReasons(),
                    "TableWriteKeyRangeThroughputExceeded",
                    TABLE_ARN);
            assertReasons(
                    queries(lab, ProvisionedThroughputExceededException.class).throttlingReasons(),
                    "IndexReadKeyRangeThroughputExceeded",
                    INDEX_ARN);
            lab.pass(Duration.ofMinutes(1));
            assertReasons(
                    colours(lab, ProvisionedThroughputExceededException.class).throttlingReasons(),
                    "IndexWriteKeyRangeThroughputExceeded",
                    INDEX_ARN);
        }
    }

    @Test
    void key_range_on_demand_is_another_exception() {
        try (Throttled lab = new Throttled(SMALL).onDemand()) {
            assertReasons(
                    reads(lab, ThrottlingException.class).throttlingReasons(),
                    "TableReadKeyRangeThroughputExceeded",
                    TABLE_ARN);
            assertReasons(
                    colours(lab, ThrottlingException.class).throttlingReasons(),
                    "IndexWriteKeyRangeThroughputExceeded",
                    INDEX_ARN);
        }
    }

    @Test
    void maximum_of_an_on_demand_table_and_of_its_index() {
        try (Throttled lab = new Throttled(SMALL)) {
            lab.client()
                    .createTable(Throttled.table()
                            .billingMode(BillingMode.PAY_PER_REQUEST)
                            .onDemandThroughput(maximum(2, 2))
                            .globalSecondaryIndexes(Throttled.index()
                                    .onDemandThroughput(maximum(2, 1))
                                    .build())
                            .build());
            assertReasons(
                    reads(lab, ThrottlingException.class).throttlingReasons(),
                    "TableReadMaxOnDemandThroughputExceeded",
                    TABLE_ARN);
            assertReasons(
                    queries(lab, ThrottlingException.class).throttlingReasons(),
                    "IndexReadMaxOnDemandThroughputExceeded",
                    INDEX_ARN);
            assertReasons(
                    colours(lab, ThrottlingException.class).throttlingReasons(),
                    "IndexWriteMaxOnDemandThroughputExceeded",
                    INDEX_ARN);
            assertReasons(
                    writes(lab, ThrottlingException.class).throttlingReasons(),
                    "TableWriteMaxOnDemandThroughputExceeded",
                    TABLE_ARN);
        }
    }

    /** With a quota below what one partition serves, the quota is what a table meets first. */
    @Test
    void quota_of_an_on_demand_table_and_of_its_index() {
        try (Throttled lab = new Throttled(quotas(5, 5)).onDemand()) {
            assertReasons(
                    reads(lab, RequestLimitExceededException.class).throttlingReasons(),
                    "TableReadAccountLimitExceeded",
                    TABLE_ARN);
            assertReasons(
                    queries(lab, ThrottlingException.class).throttlingReasons(),
                    "IndexReadAccountLimitExceeded",
                    INDEX_ARN);
            assertReasons(
                    writes(lab, RequestLimitExceededException.class).throttlingReasons(),
                    "TableWriteAccountLimitExceeded",
                    TABLE_ARN);
        }
        try (Throttled lab = new Throttled(quotas(5, 8)).onDemand()) {
            // A new colour each time makes two writes of the index for one of the table.
            int[] n = {0};
            ThrottlingException refused = untilRefused(
                    ThrottlingException.class, () -> lab.client().putItem(put("p", "s", "colour-" + n[0]++)));
            assertReasons(refused.throttlingReasons(), "IndexWriteAccountLimitExceeded", INDEX_ARN);
        }
    }

    private static void assertReasons(List<ThrottlingReason> reasons, String reason, String arn) {
        assertEquals(
                List.of(ThrottlingReason.builder().reason(reason).resource(arn).build()), reasons);
    }

    private static <E extends DynamoDbException> E reads(Throttled lab, Class<E> kind) {
        return untilRefused(kind, () -> lab.client().getItem(get("p", "s")));
    }

    private static <E extends DynamoDbException> E writes(Throttled lab, Class<E> kind) {
        return untilRefused(kind, () -> lab.client().putItem(put("p", "s")));
    }

    private static <E extends DynamoDbException> E queries(Throttled lab, Class<E> kind) {
        QueryRequest query = QueryRequest.builder()
                .tableName(TABLE)
                .indexName(INDEX)
                .keyConditionExpression("colour = :c")
                .expressionAttributeValues(Map.of(":c", text("red")))
                .build();
        return untilRefused(kind, () -> lab.client().query(query));
    }

    /** Writes that the index shares in; each to a partition of the table of its own, but to one of the index. */
    private static <E extends DynamoDbException> E colours(Throttled lab, Class<E> kind) {
        int[] n = {0};
        return untilRefused(kind, () -> lab.client().putItem(put("pk-" + n[0]++, "s", "red")));
    }

    private static OnDemandThroughput maximum(long readUnits, long writeUnits) {
        return OnDemandThroughput.builder()
                .maxReadRequestUnits(readUnits)
                .maxWriteRequestUnits(writeUnits)
                .build();
    }

    private static CapacitySettings quotas(double readUnits, double writeUnits) {
        CapacitySettings real = CapacitySettings.real();
        return new CapacitySettings(
                real.partitionReadUnits(),
                real.partitionWriteUnits(),
                real.partitionBytes(),
                real.burst(),
                real.refill(),
                real.heatShare(),
                real.heatFor(),
                real.splitTakes(),
                real.adaptive(),
                real.onDemandReadUnits(),
                real.onDemandWriteUnits(),
                real.doubling(),
                readUnits,
                writeUnits,
                real.autoScalingTakes(),
                1);
    }
}
