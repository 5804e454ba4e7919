package dojo.lab.bill;

import static dojo.lab.bill.Scene.item;
import static dojo.lab.bill.Scene.key;
import static dojo.lab.bill.Scene.s;
import static dojo.lab.bill.Scene.sized;
import static dojo.lab.bill.Scene.unitsOf;
import static dojo.lab.bill.Scene.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Where DynamoDB Local is wrong: both numbers are pinned, so that a Local that is mended shows itself here. */
class CorrectsLocalTest {

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void rows_2_11_and_12_1_a_transaction_sums_its_items() {
        String table = scene.plain();
        Function<DynamoDbClient, Double> ten = ddb -> ddb.transactWriteItems(puts(table, 10, 1000))
                .consumedCapacity()
                .get(0)
                .capacityUnits();

        assertThat(ten.apply(scene.local)).isEqualTo(2);
        assertThat(ten.apply(scene.ddb)).isEqualTo(20);
    }

    @Test
    void rows_2_12_and_12_2_an_index_is_written_once_in_a_transaction() {
        String table = scene.globallyIndexed();
        Function<DynamoDbClient, ConsumedCapacity> one = ddb -> {
            scene.local.deleteItem(delete -> delete.tableName(table).key(key("p", "s")));
            var put = TransactWriteItem.builder()
                    .put(p -> p.tableName(table).item(with(key("p", "s"), "kind", s("k"))))
                    .build();
            return ddb.transactWriteItems(transaction ->
                            transaction.transactItems(put).returnConsumedCapacity(ReturnConsumedCapacity.INDEXES))
                    .consumedCapacity()
                    .get(0);
        };

        assertThat(unitsOf("by-kind", one.apply(scene.local))).isEqualTo(2);
        ConsumedCapacity billed = one.apply(scene.ddb);
        assertThat(billed.table().capacityUnits()).isEqualTo(2);
        assertThat(unitsOf("by-kind", billed)).isEqualTo(1);
        assertThat(billed.capacityUnits()).isEqualTo(3);
    }

    @Test
    void rows_2_11_and_12_3_a_replay_is_read_units_of_all_its_items() {
        String table = scene.plain();
        var twice = puts(table, 3, 9000).toBuilder().clientRequestToken("once").build();
        scene.ddb.transactWriteItems(twice);

        ConsumedCapacity replay =
                scene.ddb.transactWriteItems(twice).consumedCapacity().get(0);

        assertThat(scene.local
                        .transactWriteItems(twice)
                        .consumedCapacity()
                        .get(0)
                        .capacityUnits())
                .isEqualTo(6);
        assertThat(replay.capacityUnits()).isEqualTo(18);
        assertThat(replay.readCapacityUnits()).isEqualTo(18);
        assertThat(replay.writeCapacityUnits()).isNull();
        assertThat(scene.lastLine()).endsWith("-> already done, 18 RU");
    }

    @Test
    void a_cancelled_transaction_is_no_first_time_for_its_token() {
        String table = scene.plain();
        scene.local.putItem(put -> put.tableName(table).item(key("p", "there")));
        var conditional = TransactWriteItemsRequest.builder()
                .transactItems(TransactWriteItem.builder()
                        .put(put -> put.tableName(table)
                                .item(key("p", "there"))
                                .conditionExpression("attribute_not_exists(PK)"))
                        .build())
                .clientRequestToken("again")
                .build();
        assertThat(scene.billOf(() -> attempt(conditional))).isEqualTo(new Bill(1, 0, 2));
        scene.local.deleteItem(delete -> delete.tableName(table).key(key("p", "there")));

        assertThat(scene.billOf(() -> scene.ddb.transactWriteItems(conditional)))
                .isEqualTo(new Bill(1, 0, 2));
    }

    @Test
    void rows_2_5_and_12_4_an_empty_query_costs_the_minimum() {
        String table = scene.plain();
        Function<DynamoDbClient, Double> empty = ddb -> ddb.query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :p")
                        .expressionAttributeValues(Map.of(":p", s("nobody")))
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
                .consumedCapacity()
                .capacityUnits();

        assertThat(empty.apply(scene.local)).isZero();
        assertThat(empty.apply(scene.ddb)).isEqualTo(0.5);
    }

    @Test
    void a_missing_key_of_a_batch_costs_the_minimum() {
        String table = scene.plain();
        Function<DynamoDbClient, Double> missing = ddb -> ddb.batchGetItem(batch -> batch.requestItems(Map.of(
                                table,
                                KeysAndAttributes.builder()
                                        .keys(List.of(key("p", "a"), key("p", "b")))
                                        .build()))
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
                .consumedCapacity()
                .get(0)
                .capacityUnits();

        assertThat(missing.apply(scene.local)).isZero();
        assertThat(missing.apply(scene.ddb)).isEqualTo(1);
    }

    @Test
    void the_scan_of_an_index_reads_entries_not_items() {
        String table = scene.globallyIndexed();
        scene.local.putItem(put ->
                put.tableName(table).item(sized(with(key("p", "s"), "holder", s("h"), "grade", s("g")), 40_960)));
        Function<DynamoDbClient, Double> scan = ddb -> ddb.scan(scanning -> scanning.tableName(table)
                        .indexName("by-holder")
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
                .consumedCapacity()
                .capacityUnits();

        assertThat(scan.apply(scene.local)).isEqualTo(5);
        assertThat(scan.apply(scene.ddb)).isEqualTo(0.5);
    }

    @Test
    void an_item_with_half_an_index_key_is_in_no_index() {
        String table = scene.globallyIndexed();
        Function<DynamoDbClient, Double> halves = ddb -> {
            scene.local.putItem(put -> put.tableName(table).item(with(key("p", "s"), "holder", s("h"))));
            return ddb.putItem(put -> put.tableName(table)
                            .item(with(key("p", "s"), "grade", s("g")))
                            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
                    .consumedCapacity()
                    .capacityUnits();
        };

        assertThat(halves.apply(scene.local)).isEqualTo(2);
        assertThat(halves.apply(scene.ddb)).isEqualTo(1);
    }

    @Test
    void row_2_14_the_hundred_bytes_of_an_index_entry_are_storage_only() {
        String table = scene.indexed();
        Map<String, AttributeValue> item = sized(item("PK", s("p"), "SK", s("s"), "posted", s("d")), 990);
        item.put("note", item.remove("body"));
        Function<DynamoDbClient, Double> put = ddb -> {
            scene.local.deleteItem(delete -> delete.tableName(table).key(key("p", "s")));
            ConsumedCapacity capacity = ddb.putItem(putting ->
                            putting.tableName(table).item(item).returnConsumedCapacity(ReturnConsumedCapacity.INDEXES))
                    .consumedCapacity();
            return unitsOf("by-posted", capacity);
        };

        assertThat(put.apply(scene.local)).isEqualTo(2);
        assertThat(put.apply(scene.ddb)).isEqualTo(1);
    }

    private void attempt(TransactWriteItemsRequest request) {
        try {
            scene.ddb.transactWriteItems(request);
        } catch (TransactionCanceledException expected) {
            assertThat(expected.cancellationReasons()).hasSize(1);
        }
    }

    private static TransactWriteItemsRequest puts(String table, int count, int bytes) {
        List<TransactWriteItem> puts = IntStream.range(0, count)
                .mapToObj(i -> TransactWriteItem.builder()
                        .put(put -> put.tableName(table).item(sized(key("p", "s" + i), bytes)))
                        .build())
                .toList();
        return TransactWriteItemsRequest.builder()
                .transactItems(puts)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();
    }
}
