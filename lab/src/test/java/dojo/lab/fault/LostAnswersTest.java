package dojo.lab.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.bill.Bill;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * What the SDK's retries make of a lost request and of a lost answer, whichever way it is lost.
 *
 * <p>A small item costs one write unit; a failed condition costs what the write would have; a small item in a transaction
 * costs two, and two read units when the transaction is sent again
 * (<a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">read and write
 * operations</a>).
 */
class LostAnswersTest {

    @ParameterizedTest
    @EnumSource(names = {"INTERNAL_SERVER_ERROR", "SERVICE_UNAVAILABLE", "CONNECTION_RESET", "NO_ANSWER"})
    void an_unconditional_write_whose_answer_is_lost_happens_twice(Fault fault) {
        try (Faulty scene =
                new Faulty(FaultRule.lostAnswer(fault).on("UpdateItem").nth(1))) {
            scene.ddb.updateItem(update -> update.tableName(Faulty.TABLE)
                    .key(Faulty.item("s-1"))
                    .updateExpression("ADD turns :one")
                    .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))));

            assertThat(turns(scene)).isEqualTo("2");
            assertThat(scene.bill()).isEqualTo(new Bill(2, 0, 2));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERNAL_SERVER_ERROR", "SERVICE_UNAVAILABLE", "CONNECTION_RESET", "NO_ANSWER"})
    void a_conditional_write_whose_answer_is_lost_fails_on_its_own_first_attempt(Fault fault) {
        try (Faulty scene = new Faulty(FaultRule.lostAnswer(fault).on("PutItem").nth(1))) {
            assertThatThrownBy(() -> scene.putIfAbsent("s-1")).isInstanceOf(ConditionalCheckFailedException.class);

            assertThat(scene.holds("s-1")).isTrue();
            assertThat(scene.bill()).isEqualTo(new Bill(2, 0, 2));
            assertThat(scene.firstLine()).contains(" -> stored -> ").endsWith(", 1 WU");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERNAL_SERVER_ERROR", "SERVICE_UNAVAILABLE", "CONNECTION_RESET", "NO_ANSWER"})
    void a_transaction_whose_answer_is_lost_happens_once_for_the_sdk_sends_a_token(Fault fault) {
        try (Faulty scene =
                new Faulty(FaultRule.lostAnswer(fault).on("TransactWriteItems").nth(1))) {
            TransactWriteItem action = TransactWriteItem.builder()
                    .update(update -> update.tableName(Faulty.TABLE)
                            .key(Faulty.item("s-1"))
                            .updateExpression("ADD turns :one")
                            .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))))
                    .build();

            scene.ddb.transactWriteItems(write -> write.transactItems(action));

            assertThat(turns(scene)).isEqualTo("1");
            assertThat(scene.bill()).isEqualTo(new Bill(2, 2, 2));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERNAL_SERVER_ERROR", "SERVICE_UNAVAILABLE", "CONNECTION_RESET", "NO_ANSWER"})
    void a_request_that_is_lost_leaves_nothing_behind_and_costs_nothing(Fault fault) {
        try (Faulty scene = new Faulty(FaultRule.of(fault).on("PutItem"))) {
            assertThatThrownBy(() -> scene.put("s-1")).isInstanceOf(SdkException.class);

            assertThat(scene.holds("s-1")).isFalse();
            // The four attempts of the lab's client.
            assertThat(scene.bill()).isEqualTo(new Bill(4, 0, 0));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERNAL_SERVER_ERROR", "SERVICE_UNAVAILABLE", "CONNECTION_RESET", "NO_ANSWER"})
    void a_request_that_is_lost_once_is_done_at_the_second_attempt(Fault fault) {
        try (Faulty scene = new Faulty(FaultRule.of(fault).on("PutItem").nth(1))) {
            scene.putIfAbsent("s-1");

            assertThat(scene.holds("s-1")).isTrue();
            assertThat(scene.bill()).isEqualTo(new Bill(2, 0, 1));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"INTERNAL_SERVER_ERROR", "SERVICE_UNAVAILABLE", "CONNECTION_RESET", "NO_ANSWER"})
    void the_caller_cannot_tell_a_lost_request_from_a_lost_answer(Fault fault) {
        String before = failure(FaultRule.of(fault));
        String after = failure(FaultRule.lostAnswer(fault));

        assertThat(before).isEqualTo(after);
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_COMMIT", "AFTER_COMMIT"})
    void who_gets_no_answer_waits_for_thirty_seconds_and_then_tries_again(Moment moment) {
        FaultRule rule = FaultRule.of(Fault.NO_ANSWER).on("PutItem").nth(1);
        try (Faulty scene = new Faulty(moment == Moment.AFTER_COMMIT ? rule.after() : rule)) {
            Instant start = scene.lab.clock().instant();

            scene.put("s-1");

            assertThat(Duration.between(start, scene.lab.clock().instant()))
                    .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
        }
    }

    private static String failure(FaultRule rule) {
        try (Faulty scene = new Faulty(rule.on("PutItem"))) {
            try {
                scene.put("s-1");
                return "no failure";
            } catch (SdkException failed) {
                // The two labs number their requests alike.
                return failed.getClass() + String.valueOf(failed.getMessage()).replaceAll("Request ID: \\S+", "");
            }
        }
    }

    private static String turns(Faulty scene) {
        Map<String, AttributeValue> item = scene.lab
                .backstage()
                .getItem(get -> get.tableName(Faulty.TABLE).key(Faulty.item("s-1")))
                .item();
        return Objects.requireNonNull(item.get("turns")).n();
    }
}
