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
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Requests that a bill computed on the side could trip over, and must pass on untouched. */
class AwkwardRequestsTest extends AwkwardScene {

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
}
