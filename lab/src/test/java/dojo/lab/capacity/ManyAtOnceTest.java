package dojo.lab.capacity;

import static dojo.lab.capacity.Throttled.TABLE;
import static dojo.lab.capacity.Throttled.get;
import static dojo.lab.capacity.Throttled.key;
import static dojo.lab.capacity.Throttled.put;
import static dojo.lab.capacity.Throttled.throughput;
import static dojo.lab.capacity.Throttled.untilRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Batches give back what was throttled and fail only if all of it was; one throttled action cancels a transaction.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html">Metrics and
 *     dimensions: ThrottledRequests</a>
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html">
 *     TransactWriteItems</a>
 */
class ManyAtOnceTest {

    /** Four partitions, of which one has nothing left for the key {@code hot}. */
    private final Throttled lab = new Throttled(CapacitySettings.real().scaledBy(0.01)).onDemand();

    private String cool = "";

    @BeforeEach
    void make_one_partition_hot() {
        lab.client().putItem(put("hot", "1"));
        untilRefused(ThrottlingException.class, () -> lab.client().putItem(put("hot", "1")));
        untilRefused(ThrottlingException.class, () -> lab.client().getItem(get("hot", "1")));
        cool = inAnotherQuarterThan("hot");
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void a_batch_write_gives_back_the_throttled_items_and_writes_the_others() {
        BatchWriteItemResponse answer =
                lab.client().batchWriteItem(writes(item("hot", "2"), item(cool, "1"), item("hot", "3")));

        assertEquals(Map.of(TABLE, List.of(item("hot", "2"), item("hot", "3"))), answer.unprocessedItems());
        assertTrue(lab.lab().backstage().getItem(get(cool, "1")).hasItem());
        assertFalse(lab.lab().backstage().getItem(get("hot", "2")).hasItem());
        assertEquals(2, throttledRequests(), "those of the scene; a batch that was served in part is not one");
    }

    @Test
    void a_batch_write_fails_if_everything_is_throttled() {
        var refused = assertThrows(
                ThrottlingException.class,
                () -> lab.client().batchWriteItem(writes(item("hot", "2"), item("hot", "3"))));

        assertEquals(1, refused.throttlingReasons().size());
        assertEquals(3, throttledRequests());
    }

    @Test
    void a_batch_get_gives_back_the_throttled_keys_as_they_were_asked_for() {
        lab.client().putItem(put(cool, "1"));

        BatchGetItemResponse answer = lab.client().batchGetItem(reads(key("hot", "1"), key(cool, "1")));

        assertEquals(Map.of(TABLE, List.of(key(cool, "1"))), answer.responses());
        KeysAndAttributes left =
                java.util.Objects.requireNonNull(answer.unprocessedKeys().get(TABLE));
        assertEquals(List.of(key("hot", "1")), left.keys());
        assertEquals(true, left.consistentRead());
    }

    @Test
    void a_batch_get_fails_if_everything_is_throttled() {
        assertThrows(
                ThrottlingException.class, () -> lab.client().batchGetItem(reads(key("hot", "1"), key("hot", "2"))));
    }

    @Test
    void one_throttled_action_cancels_a_write_transaction_and_nothing_is_written() {
        var cancelled = assertThrows(
                TransactionCanceledException.class, () -> lab.client().transactWriteItems(transaction(cool, "hot")));

        assertEquals(List.of("None", "ThrottlingError"), codes(cancelled));
        assertFalse(lab.lab().backstage().getItem(get(cool, "tx")).hasItem());
    }

    @Test
    void one_throttled_action_cancels_a_read_transaction() {
        var cancelled = assertThrows(
                TransactionCanceledException.class,
                () -> lab.client()
                        .transactGetItems(TransactGetItemsRequest.builder()
                                .transactItems(read("hot"), read(cool))
                                .build()));

        assertEquals(List.of("ThrottlingError", "None"), codes(cancelled));
    }

    @Test
    void a_provisioned_table_cancels_with_a_code_of_its_own() {
        try (Throttled provisioned = new Throttled(CapacitySettings.real()).provisioned(1, 1, 1, 1)) {
            untilRefused(
                    ProvisionedThroughputExceededException.class,
                    () -> provisioned.client().putItem(put("p", "s")));

            var cancelled = assertThrows(
                    TransactionCanceledException.class,
                    () -> provisioned.client().transactWriteItems(transaction("p", "q")));

            assertEquals(List.of("ProvisionedThroughputExceeded", "ProvisionedThroughputExceeded"), codes(cancelled));
        }
    }

    /** The second table of a batch has plenty: what it asks for is served. */
    @Test
    void a_batch_over_two_tables_is_throttled_table_by_table() {
        lab.client()
                .createTable(Throttled.table()
                        .tableName("others")
                        .billingMode(BillingMode.PROVISIONED)
                        .provisionedThroughput(throughput(100, 100))
                        .globalSecondaryIndexes(Throttled.index()
                                .provisionedThroughput(throughput(100, 100))
                                .build())
                        .build());

        BatchWriteItemResponse answer = lab.client()
                .batchWriteItem(BatchWriteItemRequest.builder()
                        .requestItems(Map.of(TABLE, List.of(item("hot", "2")), "others", List.of(item("hot", "2"))))
                        .build());

        assertEquals(Map.of(TABLE, List.of(item("hot", "2"))), answer.unprocessedItems());
    }

    private static TransactWriteItemsRequest transaction(String... partitionKeys) {
        List<TransactWriteItem> actions = new ArrayList<>();
        for (String pk : partitionKeys) {
            actions.add(TransactWriteItem.builder()
                    .put(Put.builder().tableName(TABLE).item(key(pk, "tx")).build())
                    .build());
        }
        return TransactWriteItemsRequest.builder().transactItems(actions).build();
    }

    private static TransactGetItem read(String pk) {
        return TransactGetItem.builder()
                .get(Get.builder().tableName(TABLE).key(key(pk, "1")).build())
                .build();
    }

    private static List<String> codes(TransactionCanceledException cancelled) {
        return cancelled.cancellationReasons().stream()
                .map(CancellationReason::code)
                .toList();
    }

    private static WriteRequest item(String pk, String sk) {
        return WriteRequest.builder()
                .putRequest(PutRequest.builder().item(key(pk, sk)).build())
                .build();
    }

    private static BatchWriteItemRequest writes(WriteRequest... writes) {
        return BatchWriteItemRequest.builder()
                .requestItems(Map.of(TABLE, List.of(writes)))
                .build();
    }

    private static BatchGetItemRequest reads(Map<String, AttributeValue> one, Map<String, AttributeValue> other) {
        KeysAndAttributes asked = KeysAndAttributes.builder()
                .keys(List.of(one, other))
                .consistentRead(true)
                .build();
        return BatchGetItemRequest.builder().requestItems(Map.of(TABLE, asked)).build();
    }

    private long throttledRequests() {
        return lab.law().metrics().stream()
                .mapToLong(MinuteMetrics::throttledRequests)
                .sum();
    }

    /** The first of some keys whose hash begins with other two bits: the table has four even partitions. */
    private static String inAnotherQuarterThan(String key) {
        for (int i = 0; i < 100; i++) {
            if (KeyHash.of("cool-" + i) >>> 62 != KeyHash.of(key) >>> 62) {
                return "cool-" + i;
            }
        }
        throw new AssertionError("A hundred keys in one quarter: the hash is no hash.");
    }
}
