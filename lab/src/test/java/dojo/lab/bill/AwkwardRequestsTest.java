package dojo.lab.bill;

import static dojo.lab.bill.Scene.item;
import static dojo.lab.bill.Scene.key;
import static dojo.lab.bill.Scene.n;
import static dojo.lab.bill.Scene.s;
import static dojo.lab.bill.Scene.sized;
import static dojo.lab.bill.Scene.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ComparisonOperator;
import software.amazon.awssdk.services.dynamodb.model.Condition;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ParameterizedStatement;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Requests that a bill computed on the side could trip over, and must pass on untouched. */
class AwkwardRequestsTest {

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void what_the_caller_asks_to_be_returned_is_returned() {
        String table = scene.plain();
        scene.local.putItem(put -> put.tableName(table).item(with(key("p", "s"), "note", s("old"))));

        var updated = scene.ddb.updateItem(update -> update.tableName(table)
                .key(key("p", "s"))
                .updateExpression("SET note = :new")
                .expressionAttributeValues(Map.of(":new", s("new")))
                .returnValues(ReturnValue.UPDATED_OLD));

        assertThat(updated.attributes()).isEqualTo(item("note", s("old")));
        assertThatThrownBy(() -> scene.ddb.putItem(put -> put.tableName(table)
                        .item(key("p", "s"))
                        .conditionExpression("attribute_not_exists(PK)")
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)))
                .hasFieldOrPropertyWithValue("item", with(key("p", "s"), "note", s("new")));
    }

    @Test
    void a_filter_and_a_projection_may_share_reserved_names_with_the_key_condition() {
        String table = scene.plain();
        for (int i = 0; i < 10; i++) {
            var turn = with(key("p", "s" + i), "ttl", n("" + i), "role", s("user"));
            scene.local.putItem(put -> put.tableName(table).item(sized(turn, 1000)));
        }

        Bill bill = scene.billOf(() -> scene.ddb.query(query -> query.tableName(table)
                .keyConditionExpression("#pk = :p AND begins_with(SK, :s)")
                .filterExpression("#ttl > :p0 AND #role = :p10 AND attribute_exists(#pk2)")
                .projectionExpression("#role, #ttl")
                .expressionAttributeNames(Map.of("#pk", "PK", "#pk2", "body", "#ttl", "ttl", "#role", "role"))
                .expressionAttributeValues(Map.of(":p", s("p"), ":s", s("s"), ":p0", n("5"), ":p10", s("user")))
                .scanIndexForward(false)
                .limit(8)));

        assertThat(bill).isEqualTo(new Bill(1, 1, 0));
    }

    @Test
    void a_page_in_the_middle_is_billed_for_itself() {
        String table = scene.plain();
        for (int i = 0; i < 10; i++) {
            int bytes = i < 5 ? 4000 : 40;
            var turn = sized(key("p", "s" + i), bytes);
            scene.local.putItem(put -> put.tableName(table).item(turn));
        }

        Bill bill = scene.billOf(() -> scene.ddb.query(query -> query.tableName(table)
                .keyConditionExpression("PK = :p")
                .filterExpression("size(body) > :little")
                .expressionAttributeValues(Map.of(":p", s("p"), ":little", n("1000")))
                .exclusiveStartKey(key("p", "s7"))
                .scanIndexForward(false)
                .limit(4)));

        // s6 and s5 of 40 bytes, s4 and s3 of 4,000: 8,080 bytes are two steps.
        assertThat(bill).isEqualTo(new Bill(1, 1, 0));
    }

    @Test
    void counted_pages_of_an_index_are_billed_each_from_its_own_start_key() {
        String table = scene.globallyIndexed();
        for (int i = 0; i < 6; i++) {
            var item = sized(with(key("p", "s" + i), "kind", s("k")), 1000 + 1000 * i);
            scene.local.putItem(put -> put.tableName(table).item(item));
        }
        QueryResponse first = countedPage(scene.ddb, table, Map.of());
        QueryResponse second = countedPage(scene.ddb, table, first.lastEvaluatedKey());

        assertThat(first.consumedCapacity())
                .isEqualTo(countedPage(scene.local, table, Map.of()).consumedCapacity());
        assertThat(second.consumedCapacity())
                .isEqualTo(countedPage(scene.local, table, first.lastEvaluatedKey())
                        .consumedCapacity());
        assertThat(second.consumedCapacity().capacityUnits()).isGreaterThan(0.5);
    }

    private static QueryResponse countedPage(
            DynamoDbClient client, String table, Map<String, AttributeValue> startKey) {
        return client.query(query -> query.tableName(table)
                .indexName("by-kind")
                .keyConditionExpression("kind = :k")
                .expressionAttributeValues(Map.of(":k", s("k")))
                .select(Select.COUNT)
                .exclusiveStartKey(startKey.isEmpty() ? null : startKey)
                .limit(3)
                .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES));
    }

    @Test
    void a_filtered_query_beyond_one_megabyte_is_billed_for_its_page() {
        String table = scene.plain();
        for (int i = 0; i < 12; i++) {
            var large = sized(key("p", "s" + (10 + i)), 204_800);
            scene.local.putItem(put -> put.tableName(table).item(large));
        }

        // Local reads all twelve in one page; corrected, it stops with the sixth, at 1,228,800 bytes: 300 times 4 KB.
        Bill bill = scene.billOf(() -> scene.ddb.query(query -> query.tableName(table)
                .keyConditionExpression("PK = :p")
                .filterExpression("attribute_not_exists(body)")
                .expressionAttributeValues(Map.of(":p", s("p")))
                .consistentRead(true)));

        assertThat(bill).isEqualTo(new Bill(1, 300, 0));
    }

    /** The order of a set means nothing, nor does the way a number is written: the index entry is the same. */
    @Test
    void an_update_that_changes_nothing_of_an_item_with_sets_writes_no_index() {
        String table = scene.globallyIndexed();
        Map<String, AttributeValue> item = new HashMap<>(key("p", "s"));
        item.put("kind", s("k"));
        item.put("marks", AttributeValue.fromNs(List.of("4e2", "-3", "2.50", "1")));
        item.put("labels", AttributeValue.fromSs(List.of("z", "a")));
        scene.ddb.putItem(put -> put.tableName(table).item(item));

        Bill bill = scene.billOf(() -> scene.ddb.updateItem(
                update -> update.tableName(table).key(key("p", "s")).updateExpression("REMOVE note")));

        assertThat(bill).isEqualTo(new Bill(1, 0, 1));
    }

    /** A put of 5 KB, gone since, that comes again under its token: nothing is there, and the next put pays for itself. */
    @Test
    void a_replay_does_not_bring_back_what_was_deleted_since() {
        String table = scene.plain();
        var once = TransactWriteItemsRequest.builder()
                .transactItems(TransactWriteItem.builder()
                        .put(put -> put.tableName(table).item(sized(key("p", "s"), 5000)))
                        .build())
                .clientRequestToken("once")
                .build();
        scene.ddb.transactWriteItems(once);
        scene.ddb.deleteItem(delete -> delete.tableName(table).key(key("p", "s")));
        scene.ddb.transactWriteItems(once);

        Bill bill =
                scene.billOf(() -> scene.ddb.putItem(put -> put.tableName(table).item(key("p", "s"))));

        assertThat(bill).isEqualTo(new Bill(1, 0, 1));
    }

    @Test
    void conditions_of_the_old_style_are_billed_too() {
        String table = scene.plain();
        scene.local.putItem(put -> put.tableName(table).item(sized(key("p", "s"), 5000)));
        var isP = Condition.builder()
                .comparisonOperator(ComparisonOperator.EQ)
                .attributeValueList(s("p"))
                .build();
        var isNull =
                Condition.builder().comparisonOperator(ComparisonOperator.NULL).build();

        Bill bill = scene.billOf(() -> scene.ddb.query(query -> query.tableName(table)
                .keyConditions(Map.of("PK", isP))
                .queryFilter(Map.of("body", isNull))
                .attributesToGet("SK")));

        assertThat(bill).isEqualTo(new Bill(1, 1, 0));
        assertThat(scene.lastLine()).contains("KeyConditions on [PK] -> 0 of 1 item");
    }

    @Test
    void a_parallel_scan_with_a_filter_is_billed_segment_by_segment() {
        String table = scene.plain();
        for (int i = 0; i < 20; i++) {
            var item = sized(key("p" + i, "s"), 4096);
            scene.local.putItem(put -> put.tableName(table).item(item));
        }
        double read = 0;
        for (int segment = 0; segment < 4; segment++) {
            int mine = segment;
            read += scene.billOf(() -> scene.ddb.scan(scan -> scan.tableName(table)
                            .segment(mine)
                            .totalSegments(4)
                            .consistentRead(true)
                            .filterExpression("attribute_not_exists(body)")))
                    .readUnits();
        }

        assertThat(read).isBetween(20.0, 23.0);
    }

    @Test
    void a_refusal_for_form_is_a_request_without_units() {
        String table = scene.plain();

        Bill bill = scene.billOf(() -> {
            assertThatThrownBy(() ->
                            scene.ddb.getItem(get -> get.tableName("nowhere").key(key("p", "s"))))
                    .isInstanceOf(ResourceNotFoundException.class);
            assertThatThrownBy(() ->
                            scene.ddb.putItem(put -> put.tableName(table).item(item("PK", s("p")))))
                    .isInstanceOf(DynamoDbException.class);
            assertThatThrownBy(() ->
                            scene.ddb.putItem(put -> put.tableName(table).item(item("PK", n("1"), "SK", s("s")))))
                    .isInstanceOf(DynamoDbException.class);
            assertThatThrownBy(() ->
                            scene.ddb.putItem(put -> put.tableName(table).item(sized(key("p", "s"), 409_601))))
                    .isInstanceOf(DynamoDbException.class);
            assertThatThrownBy(() -> scene.ddb.batchWriteItem(batch -> batch.requestItems(Map.of(table, List.of()))))
                    .isInstanceOf(DynamoDbException.class);
            assertThatThrownBy(() -> scene.ddb.batchGetItem(batch -> batch.requestItems(Map.of())))
                    .isInstanceOf(DynamoDbException.class);
            assertThatThrownBy(() -> scene.ddb.transactWriteItems(transaction -> {}))
                    .isInstanceOf(DynamoDbException.class);
            assertThatThrownBy(() -> scene.ddb.updateItem(update -> {})).isInstanceOf(DynamoDbException.class);
        });

        assertThat(bill).isEqualTo(new Bill(8, 0, 0));
    }

    @Test
    void a_batch_that_names_its_table_by_arn_pays_for_what_it_finds() {
        String table = scene.plain();
        String arn = scene.local
                .describeTable(describe -> describe.tableName(table))
                .table()
                .tableArn();
        scene.local.putItem(put -> put.tableName(table).item(sized(key("p", "s"), 9000)));
        var keys = KeysAndAttributes.builder().keys(List.of(key("p", "s"), key("p", "t")));

        assertThat(scene.billOf(() -> scene.ddb.batchGetItem(batch -> batch.requestItems(Map.of(arn, keys.build())))))
                .isEqualTo(new Bill(1, 2, 0));
    }

    @ParameterizedTest
    @MethodSource
    void a_request_without_anything_in_it_is_refused_by_the_store_and_by_nobody_before(Consumer<DynamoDbClient> empty) {
        Bill bill = scene.billOf(() -> assertThatThrownBy(() -> empty.accept(scene.ddb))
                .isInstanceOf(DynamoDbException.class)
                .extracting("statusCode")
                .isEqualTo(400));

        assertThat(bill).isEqualTo(new Bill(1, 0, 0));
    }

    static Stream<Consumer<DynamoDbClient>>
            a_request_without_anything_in_it_is_refused_by_the_store_and_by_nobody_before() {
        return Stream.of(
                ddb -> ddb.getItem(request -> {}),
                ddb -> ddb.putItem(request -> {}),
                ddb -> ddb.updateItem(request -> {}),
                ddb -> ddb.deleteItem(request -> {}),
                ddb -> ddb.query(request -> {}),
                ddb -> ddb.scan(request -> {}),
                ddb -> ddb.batchGetItem(request -> {}),
                ddb -> ddb.batchGetItem(request -> request.requestItems(
                        Map.of("table-1", KeysAndAttributes.builder().build()))),
                ddb -> ddb.batchWriteItem(request -> {}),
                ddb -> ddb.batchWriteItem(request -> request.requestItems(
                        Map.of("table-1", List.of(WriteRequest.builder().build())))),
                ddb -> ddb.transactGetItems(request -> {}),
                ddb -> ddb.transactGetItems(request ->
                        request.transactItems(TransactGetItem.builder().build())),
                ddb -> ddb.transactWriteItems(request -> {}),
                ddb -> ddb.transactWriteItems(request ->
                        request.transactItems(TransactWriteItem.builder().build())),
                ddb -> ddb.transactWriteItems(request -> request.transactItems(
                        TransactWriteItem.builder().put(Put.builder().build()).build())),
                ddb -> ddb.batchExecuteStatement(request -> {}),
                ddb -> ddb.executeTransaction(request -> {}));
    }

    @Test
    void partiql_is_billed_at_the_least_it_can_cost() {
        String table = scene.plain();
        scene.local.putItem(put -> put.tableName(table).item(sized(key("p", "s"), 9000)));

        assertThat(scene.billOf(() -> scene.ddb.executeStatement(
                        execute -> execute.statement("SELECT * FROM \"" + table + "\" WHERE PK = 'p'"))))
                .isEqualTo(new Bill(1, 1.5, 0));
        assertThat(scene.lastLine())
                .isEqualTo(
                        "ExecuteStatement at least: SELECT * FROM \"" + table + "\" WHERE PK = 'p' -> 1 item, 1.5 RU");
        assertThat(scene.billOf(() -> scene.ddb.executeTransaction(
                        execute -> execute.transactStatements(ParameterizedStatement.builder()
                                .statement("INSERT INTO \"" + table + "\" VALUE {'PK': 'p', 'SK': 't'}")
                                .build()))))
                .isEqualTo(new Bill(1, 0, 2));
    }
}
