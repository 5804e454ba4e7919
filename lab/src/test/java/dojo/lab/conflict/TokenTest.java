package dojo.lab.conflict;

import static dojo.lab.conflict.Stage.big;
import static dojo.lab.conflict.Stage.ifThere;
import static dojo.lab.conflict.Stage.incrementing;
import static dojo.lab.conflict.Stage.key;
import static dojo.lab.conflict.Stage.putting;
import static dojo.lab.conflict.Stage.transaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.bill.Bill;
import dojo.lab.bill.RequestLine;
import dojo.lab.law.Law;
import dojo.lab.law.Refusals;
import dojo.lab.law.TraceLine;
import dojo.lab.time.VirtualClock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ExecuteTransactionRequest;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.ParameterizedStatement;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * A client request token makes a transaction idempotent for ten minutes after it has finished.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html">
 *     TransactWriteItems: idempotency</a>
 */
class TokenTest {

    private final Stage stage = Stage.exact();
    private final TransactWriteItemsRequest increment = transaction(incrementing("a")).toBuilder()
            .clientRequestToken("the-token")
            .build();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void within_the_window_the_same_transaction_writes_once() {
        stage.ddb.transactWriteItems(increment);
        stage.clock.advance(Duration.ofMinutes(9).plusSeconds(59));
        stage.ddb.transactWriteItems(increment);
        assertThat(stage.count("a")).isEqualTo(1);
    }

    @Test
    void after_the_window_it_is_another_transaction() {
        stage.ddb.transactWriteItems(increment);
        stage.clock.advance(Duration.ofMinutes(10).plusSeconds(1));
        stage.ddb.transactWriteItems(increment);
        assertThat(stage.count("a")).isEqualTo(2);
    }

    @Test
    void the_window_opens_when_the_transaction_has_finished() {
        // From 0 to 9 ms: 1 ms to the prepare, 8 ms to the commit.
        stage.ddb.transactWriteItems(increment);
        stage.clock.advance(Duration.ofMinutes(10).minusMillis(1));
        stage.ddb.transactWriteItems(increment);
        assertThat(stage.count("a")).isEqualTo(1);
        stage.clock.advance(Duration.ofMillis(1));
        stage.ddb.transactWriteItems(increment);
        assertThat(stage.count("a")).isEqualTo(2);
    }

    @Test
    void a_replay_does_not_open_the_window_again() {
        stage.ddb.transactWriteItems(increment);
        stage.clock.advance(Duration.ofMinutes(6));
        stage.ddb.transactWriteItems(increment);
        stage.clock.advance(Duration.ofMinutes(6));
        stage.ddb.transactWriteItems(increment);
        assertThat(stage.count("a")).isEqualTo(2);
    }

    @Test
    void a_replay_is_billed_as_reads_of_all_items() {
        TransactWriteItemsRequest puts =
                transaction(putting(big("small", 3000)), putting(big("large", 9000))).toBuilder()
                        .clientRequestToken("the-token")
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .build();
        // 3,000 bytes are 3 write units, 9,000 bytes 9; twice each.
        assertThat(stage.billOf(() -> stage.ddb.transactWriteItems(puts))).isEqualTo(new Bill(1, 0, 24));
        // 3,000 bytes are one step of 4 KB, 9,000 bytes are three; a transactional read costs two units a step.
        assertThat(stage.billOf(() -> assertThat(stage.ddb
                                .transactWriteItems(puts)
                                .consumedCapacity()
                                .get(0))
                        .satisfies(receipt ->
                                assertThat(receipt.readCapacityUnits()).isEqualTo(8))
                        .satisfies(receipt ->
                                assertThat(receipt.writeCapacityUnits()).isNull())))
                .isEqualTo(new Bill(1, 8, 0));
        assertThat(stage.lastLine()).contains("already done");
    }

    @Test
    void a_token_with_other_parameters_is_refused() {
        stage.ddb.transactWriteItems(increment);
        TransactWriteItemsRequest other = transaction(incrementing("b")).toBuilder()
                .clientRequestToken("the-token")
                .build();
        assertThatThrownBy(() -> stage.ddb.transactWriteItems(other))
                .isInstanceOf(IdempotentParameterMismatchException.class);
        assertThat(stage.count("b")).isZero();
        stage.clock.advance(Duration.ofMinutes(10));
        stage.ddb.transactWriteItems(other);
        assertThat(stage.count("b")).isEqualTo(1);
    }

    @Test
    void a_token_under_way_is_refused_until_the_sdk_comes_again_and_finds_it_done() {
        stage.scenario()
                .task("caller", () -> stage.ddb.transactWriteItems(increment))
                .task("twin", () -> {
                    stage.clock.pass(Duration.ofMillis(4));
                    stage.ddb.transactWriteItems(increment);
                })
                .run();
        assertThat(stage.count("a")).isEqualTo(1);
        List<String> lines =
                stage.lab.meter().lines().stream().map(RequestLine::toString).toList();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(3);
        assertThat(lines.get(0)).contains("TransactionInProgressException").endsWith("no units");
        assertThat(lines.get(lines.size() - 1)).contains("already done").endsWith("2 RU");
    }

    @Test
    void a_transaction_whose_answer_is_lost_is_written_once_by_the_retry_of_the_sdk() {
        AtomicInteger lost = new AtomicInteger();
        Law losesTheFirstAnswer = (call, next) -> {
            AwsResponse answer = next.answer(call);
            if (call.request() instanceof TransactWriteItemsRequest && lost.incrementAndGet() == 1) {
                throw Refusals.internalServerError();
            }
            return answer;
        };
        try (Lab lab = Lab.under(Laws.off().with(Stage.EXACT), new VirtualClock(), losesTheFirstAnswer)) {
            lab.backstage().createTable(Stage.table());
            // No token of ours: the SDK makes one, and keeps it through its retries.
            lab.client().transactWriteItems(transaction(incrementing("a")));
            assertThat(lost).hasValue(2);
            assertThat(lab.backstage()
                            .getItem(get -> get.tableName(Stage.TABLE).key(key("a")))
                            .item())
                    .containsEntry("n", AttributeValue.fromN("1"));
            assertThat(lab.meter().lines().get(1).toString()).contains("already done");
            // Not a word of the token, which is another one in every run.
            assertThat(lab.trace().lines())
                    .extracting(TraceLine::words)
                    .containsExactly("committed in call 2 already, which had the same token: nothing is written, the"
                            + " items are read");
        }
    }

    @Test
    void a_cancelled_transaction_may_be_tried_again_with_its_token() {
        TransactWriteItemsRequest checked = transaction(incrementing("a"), ifThere("b")).toBuilder()
                .clientRequestToken("the-token")
                .build();
        assertThatThrownBy(() -> stage.ddb.transactWriteItems(checked))
                .isInstanceOf(TransactionCanceledException.class);
        stage.store(key("b"));
        stage.ddb.transactWriteItems(checked);
        assertThat(stage.count("a")).isEqualTo(1);
    }

    @Test
    void without_the_law_the_store_remembers_by_a_clock_of_its_own_and_the_bill_follows_it() {
        VirtualClock clock = new VirtualClock();
        try (Lab lab = Lab.under(Laws.off(), clock)) {
            lab.backstage().createTable(Stage.table());
            lab.client().transactWriteItems(increment);
            clock.advance(Duration.ofMinutes(11));
            int mark = lab.meter().mark();
            lab.client().transactWriteItems(increment);
            assertThat(lab.meter().billSince(mark)).isEqualTo(new Bill(1, 2, 0));
        }
    }

    @Test
    void statements_have_tokens_too() {
        ExecuteTransactionRequest statements = ExecuteTransactionRequest.builder()
                .transactStatements(ParameterizedStatement.builder()
                        .statement("UPDATE counters SET n = n + 1 WHERE id = 'a'")
                        .build())
                .clientRequestToken("the-token")
                .build();
        stage.store(Map.of("id", AttributeValue.fromS("a"), "n", AttributeValue.fromN("0")));
        stage.ddb.executeTransaction(statements);
        stage.clock.advance(Duration.ofMinutes(9).plusSeconds(59));
        stage.ddb.executeTransaction(statements);
        assertThat(stage.count("a")).isEqualTo(1);
        stage.clock.advance(Duration.ofSeconds(2));
        stage.ddb.executeTransaction(statements);
        assertThat(stage.count("a")).isEqualTo(2);
    }

    @Test
    void the_order_in_which_a_client_writes_its_attributes_does_not_matter() {
        Map<String, AttributeValue> one = new LinkedHashMap<>();
        one.put("id", AttributeValue.fromS("a"));
        one.put("n", AttributeValue.fromN("1"));
        Map<String, AttributeValue> other = new LinkedHashMap<>();
        other.put("n", AttributeValue.fromN("1"));
        other.put("id", AttributeValue.fromS("a"));
        assertThat(Fingerprint.of(List.of(putting(one)))).isEqualTo(Fingerprint.of(List.of(putting(other))));
        other.put("n", AttributeValue.fromS("1"));
        assertThat(Fingerprint.of(List.of(putting(one)))).isNotEqualTo(Fingerprint.of(List.of(putting(other))));
    }

    @Test
    void a_token_that_is_too_long_is_left_to_the_store_to_refuse() {
        assertThatThrownBy(() -> stage.ddb.transactWriteItems(
                        increment.toBuilder().clientRequestToken("x".repeat(37)).build()))
                .hasMessageContaining("less than or equal to 36");
    }
}
