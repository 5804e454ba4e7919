package dojo.lab.bill;

import static dojo.lab.bill.Scene.key;
import static dojo.lab.bill.Scene.s;
import static dojo.lab.bill.Scene.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.Capacity;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The caller sees as much of the cost as was asked for, in the shape of the service. */
class ReceiptTest {

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void without_asking_there_is_none_but_the_meter_has_it() {
        String table = scene.globallyIndexed();
        var item = with(key("p", "s"), "kind", s("k"));

        Bill bill = scene.billOf(() -> assertThat(scene.ddb
                        .putItem(put -> put.tableName(table).item(item))
                        .consumedCapacity())
                .isNull());

        assertThat(bill).isEqualTo(new Bill(1, 0, 2));
        assertThat(scene.ddb
                        .batchWriteItem(batch -> batch.requestItems(Map.of(table, List.of(put("t")))))
                        .hasConsumedCapacity())
                .isFalse();
        assertThat(scene.ddb
                        .putItem(put ->
                                put.tableName(table).item(item).returnConsumedCapacity(ReturnConsumedCapacity.NONE))
                        .consumedCapacity())
                .isNull();
    }

    @Test
    void a_total_names_the_table_and_the_sum() {
        String table = scene.globallyIndexed();

        ConsumedCapacity total = scene.ddb
                .putItem(put -> put.tableName(table)
                        .item(with(key("p", "s"), "kind", s("k")))
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
                .consumedCapacity();

        assertThat(total)
                .isEqualTo(ConsumedCapacity.builder()
                        .tableName(table)
                        .capacityUnits(2.0)
                        .build());
    }

    @Test
    void indexes_are_named_where_they_were_written() {
        String table = scene.indexed();

        ConsumedCapacity detailed = scene.ddb
                .putItem(put -> put.tableName(table)
                        .item(with(key("p", "s"), "kind", s("k"), "posted", s("d")))
                        .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES))
                .consumedCapacity();

        assertThat(detailed)
                .isEqualTo(ConsumedCapacity.builder()
                        .tableName(table)
                        .capacityUnits(3.0)
                        .table(units(1))
                        .globalSecondaryIndexes(Map.of("by-kind", units(1)))
                        .localSecondaryIndexes(Map.of("by-posted", units(1)))
                        .build());
    }

    @Test
    void the_query_of_an_index_takes_nothing_from_the_table() {
        String table = scene.globallyIndexed();

        ConsumedCapacity detailed = scene.ddb
                .query(query -> query.tableName(table)
                        .indexName("by-kind")
                        .keyConditionExpression("kind = :kind")
                        .expressionAttributeValues(Map.of(":kind", s("none")))
                        .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES))
                .consumedCapacity();

        assertThat(detailed)
                .isEqualTo(ConsumedCapacity.builder()
                        .tableName(table)
                        .capacityUnits(0.5)
                        .table(units(0))
                        .globalSecondaryIndexes(Map.of("by-kind", units(0.5)))
                        .build());
    }

    @Test
    void a_writing_transaction_says_that_its_units_are_write_units() {
        String table = scene.globallyIndexed();
        var put = TransactWriteItem.builder()
                .put(p -> p.tableName(table).item(with(key("p", "s"), "kind", s("k"))))
                .build();

        List<ConsumedCapacity> detailed = scene.ddb
                .transactWriteItems(transaction ->
                        transaction.transactItems(put).returnConsumedCapacity(ReturnConsumedCapacity.INDEXES))
                .consumedCapacity();

        assertThat(detailed)
                .containsExactly(ConsumedCapacity.builder()
                        .tableName(table)
                        .capacityUnits(3.0)
                        .writeCapacityUnits(3.0)
                        .table(written(2))
                        .globalSecondaryIndexes(Map.of("by-kind", written(1)))
                        .build());
    }

    @Test
    void a_reading_transaction_over_two_tables_has_a_receipt_for_each() {
        String one = scene.plain();
        String two = scene.plain();

        List<ConsumedCapacity> totals = scene.ddb
                .transactGetItems(transaction -> transaction
                        .transactItems(get(one, "s"), get(two, "s"), get(two, "t"))
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
                .consumedCapacity();

        assertThat(totals).containsExactly(read(one, 2), read(two, 4));
    }

    private static ConsumedCapacity read(String table, double units) {
        return ConsumedCapacity.builder()
                .tableName(table)
                .capacityUnits(units)
                .readCapacityUnits(units)
                .build();
    }

    private static TransactGetItem get(String table, String sort) {
        return TransactGetItem.builder()
                .get(get -> get.tableName(table).key(key("p", sort)))
                .build();
    }

    private static WriteRequest put(String sort) {
        return WriteRequest.builder()
                .putRequest(PutRequest.builder().item(key("p", sort)).build())
                .build();
    }

    private static Capacity units(double units) {
        return Capacity.builder().capacityUnits(units).build();
    }

    private static Capacity written(double units) {
        return Capacity.builder().capacityUnits(units).writeCapacityUnits(units).build();
    }
}
