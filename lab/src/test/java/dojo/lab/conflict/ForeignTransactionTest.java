package dojo.lab.conflict;

import static dojo.lab.conflict.Stage.TABLE;
import static dojo.lab.conflict.Stage.big;
import static dojo.lab.conflict.Stage.codes;
import static dojo.lab.conflict.Stage.ifNew;
import static dojo.lab.conflict.Stage.ifThere;
import static dojo.lab.conflict.Stage.incrementing;
import static dojo.lab.conflict.Stage.key;
import static dojo.lab.conflict.Stage.putting;
import static dojo.lab.conflict.Stage.reading;
import static dojo.lab.conflict.Stage.transaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dojo.lab.bill.Bill;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ExecuteTransactionRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ParameterizedStatement;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * What meets an item that a transaction has prepared.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html">Transaction
 *     conflict handling in DynamoDB</a>
 */
class ForeignTransactionTest {

    private final Stage stage = Stage.exact();
    private ForeignTransaction foreign = new ForeignTransaction(() -> {});

    @BeforeEach
    void prepare() {
        stage.store(key("taken"));
        foreign = stage.conflicts.prepare(TABLE, key("taken"));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void a_single_write_is_refused_at_its_first_attempt_and_costs_nothing() {
        List<Callable<?>> writes = List.of(
                () -> stage.ddb.putItem(put -> put.tableName(TABLE).item(key("taken"))),
                () -> stage.ddb.updateItem(stage.increment("taken")),
                () -> stage.ddb.deleteItem(delete -> delete.tableName(TABLE).key(key("taken"))));
        for (Callable<?> write : writes) {
            Bill bill = stage.billOf(() -> assertThatThrownBy(write::call)
                    .isInstanceOf(TransactionConflictException.class)
                    .hasMessageContaining("Transaction is ongoing for the item"));
            // One request each: the SDK does not retry it.
            assertThat(bill).isEqualTo(new Bill(1, 0, 0));
        }
        assertThat(stage.count("taken")).isZero();
        assertThat(stage.lab.trace().lines().get(1).toString())
                .endsWith("conflicts: refused: its item is prepared by a foreign transaction");
    }

    @Test
    void reads_outside_of_transactions_never_meet_it() {
        assertThat(stage.ddb
                        .getItem(get -> get.tableName(TABLE).key(key("taken")))
                        .item())
                .isEqualTo(key("taken"));
        assertThat(stage.ddb
                        .query(query -> query.tableName(TABLE)
                                .keyConditionExpression("id = :id")
                                .expressionAttributeValues(Map.of(":id", AttributeValue.fromS("taken"))))
                        .items())
                .hasSize(1);
        assertThat(stage.ddb.scan(scan -> scan.tableName(TABLE)).items()).hasSize(1);
        var keys = KeysAndAttributes.builder().keys(List.of(key("taken"))).build();
        assertThat(stage.ddb
                        .batchGetItem(BatchGetItemRequest.builder()
                                .requestItems(Map.of(TABLE, keys))
                                .build())
                        .responses())
                .containsEntry(TABLE, List.of(key("taken")));
    }

    @Test
    void a_writing_transaction_is_cancelled_with_a_reason_for_each_action() {
        stage.store(key("there"));
        TransactionCanceledException cancelled = cancelled(() -> stage.ddb.transactWriteItems(transaction(
                putting(key("free")),
                incrementing("taken"),
                ifThere("nowhere"),
                ifNew(Map.of("id", AttributeValue.fromS("there"), "n", AttributeValue.fromN("5"))))));
        assertThat(codes(cancelled))
                .containsExactly("None", "TransactionConflict", "ConditionalCheckFailed", "ConditionalCheckFailed");
        assertThat(cancelled.cancellationReasons().get(1).message()).isEqualTo("Transaction is ongoing for the item");
        assertThat(cancelled.cancellationReasons().get(3).item()).isEqualTo(key("there"));
        assertThat(cancelled.getMessage())
                .contains("[None, TransactionConflict, ConditionalCheckFailed, ConditionalCheckFailed]");
        assertThat(stage.lab.backstage().scan(scan -> scan.tableName(TABLE)).count())
                .isEqualTo(2);
    }

    @Test
    void a_cancelled_transaction_pays_for_prepare_and_commit() {
        // 1,500 bytes are two write units, the counters one each; twice: (2 + 1 + 1) x 2.
        Bill bill = stage.billOf(() -> cancelled(() -> stage.ddb.transactWriteItems(
                transaction(putting(big("free", 1500)), incrementing("other"), incrementing("taken")))));
        assertThat(bill).isEqualTo(new Bill(1, 0, 8));
        assertThat(stage.lastLine()).contains(", action 3 TransactionConflict").endsWith("8 WU");
    }

    @Test
    void a_put_in_the_way_pays_for_what_it_would_have_stored() {
        // 2,500 bytes are three write units, twice, although what is there is small.
        Bill bill = stage.billOf(() ->
                cancelled(() -> stage.ddb.transactWriteItems(transaction(putting(big("taken", 2500))))));
        assertThat(bill).isEqualTo(new Bill(1, 0, 6));
    }

    @Test
    void a_transaction_that_is_not_valid_is_told_so_rather_than_cancelled() {
        assertThatThrownBy(() -> stage.ddb.transactWriteItems(
                        transaction(incrementing("taken"), incrementing("twice"), incrementing("twice"))))
                .isNotInstanceOf(TransactionCanceledException.class)
                .hasMessageContaining("multiple operations on one item");
    }

    @Test
    void a_reading_transaction_is_cancelled_and_pays_for_its_reads() {
        stage.store(big("free", 5000));
        // 5,000 bytes are two steps of 4 KB, the other item one; each twice, once a phase.
        Bill bill = stage.billOf(() -> {
            TransactionCanceledException cancelled =
                    cancelled(() -> stage.ddb.transactGetItems(reading("free", "taken")));
            assertThat(codes(cancelled)).containsExactly("None", "TransactionConflict");
        });
        assertThat(bill).isEqualTo(new Bill(1, 6, 0));
    }

    @Test
    void a_batch_leaves_the_item_unprocessed_and_writes_the_others() {
        BatchWriteItemResponse answer = stage.ddb.batchWriteItem(batch("a", "taken", "b"));
        assertThat(answer.unprocessedItems()).isEqualTo(batch("taken").requestItems());
        assertThat(stage.lab.backstage().scan(scan -> scan.tableName(TABLE)).count())
                .isEqualTo(3);
        assertThat(stage.lastLine()).contains("1 unprocessed").endsWith("2 WU");

        assertThat(stage.ddb.batchWriteItem(batch("taken")).unprocessedItems())
                .isEqualTo(batch("taken").requestItems());
    }

    @Test
    void statements_that_spell_out_their_key_meet_it() {
        List<String> writes = List.of(
                "UPDATE \"counters\" SET n = 1 WHERE id = 'taken'",
                "DELETE FROM counters WHERE \"id\" = 'taken'",
                "INSERT INTO counters VALUE {'m': {'id': 'other'}, 'id': 'taken'}");
        for (String write : writes) {
            assertThatThrownBy(() -> stage.ddb.executeStatement(one -> one.statement(write)))
                    .isInstanceOf(TransactionConflictException.class);
        }
        assertThat(codes(cancelled(() -> stage.ddb.executeTransaction(statements(ParameterizedStatement.builder()
                        .statement("UPDATE counters SET n = ? WHERE id = ?")
                        .parameters(AttributeValue.fromN("1"), AttributeValue.fromS("taken"))
                        .build())))))
                .containsExactly("TransactionConflict");
        assertThat(codes(cancelled(() -> stage.ddb.executeTransaction(statements(
                        ParameterizedStatement.builder()
                                .statement("SELECT * FROM counters WHERE id = 'it''s'")
                                .build(),
                        ParameterizedStatement.builder()
                                .statement("SELECT * FROM counters WHERE id = 'taken'")
                                .build())))))
                .containsExactly("None", "TransactionConflict");
        assertThat(stage.count("taken")).isZero();
    }

    @Test
    void once_it_is_over_everybody_goes_on() {
        foreign.close();
        foreign.close();
        stage.ddb.updateItem(stage.increment("taken"));
        stage.ddb.transactWriteItems(transaction(incrementing("taken")));
        stage.ddb.transactGetItems(reading("taken"));
        assertThat(stage.count("taken")).isEqualTo(2);
    }

    @Test
    void the_same_key_in_another_spelling_is_the_same_item() {
        String arn = stage.lab
                .backstage()
                .describeTable(describe -> describe.tableName(TABLE))
                .table()
                .tableArn();
        assertThatThrownBy(() -> stage.ddb.putItem(put -> put.tableName(arn).item(key("taken"))))
                .isInstanceOf(TransactionConflictException.class);
    }

    @Test
    void a_key_that_the_table_does_not_have_is_refused_with_the_remedy() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stage.conflicts.prepare(TABLE, Map.of("pk", AttributeValue.fromS("a"))))
                .withMessage("No item of the table 'counters' has a key of [pk]: its key is [id]."
                        + " Give the whole key and nothing else.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stage.conflicts.prepare("nowhere", key("a")))
                .withMessageContaining("there is no such table");
        assertThatIllegalStateException()
                .isThrownBy(() -> stage.conflicts.prepare(TABLE, key("taken")))
                .withMessageContaining("is prepared by a foreign transaction. Close that transaction first.");
    }

    private static ExecuteTransactionRequest statements(ParameterizedStatement... statements) {
        return ExecuteTransactionRequest.builder()
                .transactStatements(statements)
                .build();
    }

    private static BatchWriteItemRequest batch(String... ids) {
        List<WriteRequest> puts = List.of(ids).stream()
                .map(id -> WriteRequest.builder()
                        .putRequest(PutRequest.builder().item(key(id)).build())
                        .build())
                .toList();
        return BatchWriteItemRequest.builder().requestItems(Map.of(TABLE, puts)).build();
    }

    private static TransactionCanceledException cancelled(ThrowingCallable transaction) {
        return catchThrowableOfType(TransactionCanceledException.class, transaction);
    }
}
