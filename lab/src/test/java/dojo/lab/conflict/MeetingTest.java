package dojo.lab.conflict;

import static dojo.lab.conflict.Stage.TABLE;
import static dojo.lab.conflict.Stage.codes;
import static dojo.lab.conflict.Stage.ifThere;
import static dojo.lab.conflict.Stage.incrementing;
import static dojo.lab.conflict.Stage.key;
import static dojo.lab.conflict.Stage.reading;
import static dojo.lab.conflict.Stage.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.time.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Requests that overlap: a transaction that writes is prepared 1 ms after its timestamp and commits 8 ms later, one that
 * reads looks twice with 2 ms in between, and anything else takes no time here.
 */
class MeetingTest {

    private final Stage stage = Stage.exact();
    private final List<String> outcomes = new ArrayList<>();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void of_two_transactions_the_one_that_prepares_first_commits() {
        stage.scenario()
                .task("first", at(0, () -> stage.ddb.transactWriteItems(transaction(incrementing("a")))))
                .task("second", at(3, () -> stage.ddb.transactWriteItems(transaction(incrementing("b"), ifThere("a")))))
                .run();
        // The second is prepared at 4 ms, the first commits at 9 ms.
        assertThat(outcomes).containsExactly("4: cancelled [None, TransactionConflict]", "9: done");
        assertThat(stage.count("a")).isEqualTo(1);
        assertThat(stage.count("b")).isZero();
    }

    @Test
    void transactions_that_are_far_enough_apart_do_not_meet() {
        stage.scenario()
                .task("first", at(0, () -> stage.ddb.transactWriteItems(transaction(incrementing("a")))))
                .task("second", at(9, () -> stage.ddb.transactWriteItems(transaction(incrementing("a")))))
                .task("elsewhere", at(2, () -> stage.ddb.transactWriteItems(transaction(incrementing("b")))))
                .run();
        assertThat(outcomes).containsExactly("9: done", "11: done", "18: done");
        assertThat(stage.count("a")).isEqualTo(2);
    }

    @Test
    void a_single_write_is_refused_between_prepare_and_commit_only() {
        stage.scenario()
                .task("transaction", at(0, () -> stage.ddb.transactWriteItems(transaction(incrementing("a")))))
                .task("early", at(-1, () -> stage.ddb.updateItem(stage.increment("a"))))
                .task("amid", at(5, () -> stage.ddb.updateItem(stage.increment("a"))))
                .task("late", at(9.5, () -> stage.ddb.updateItem(stage.increment("a"))))
                .run();
        assertThat(outcomes).containsExactly("-1: done", "5: conflict", "9: done", "9: done");
        assertThat(stage.count("a")).isEqualTo(3);
    }

    @Test
    void a_transaction_older_than_the_last_write_of_its_item_is_cancelled() {
        stage.scenario()
                // Its timestamp is 0, it is prepared at 1 ms; the item is written in between.
                .task("transaction", at(0, () -> stage.ddb.transactWriteItems(transaction(incrementing("a")))))
                .task("writer", at(0.5, () -> stage.ddb.updateItem(stage.increment("a"))))
                .run();
        assertThat(outcomes).containsExactly("0: done", "1: cancelled [TransactionConflict]");
        assertThat(stage.lab.trace().lines().toString())
                .contains("cancelled: the item of action 1 was written at 2026-11-01T00:00:01.000500Z, later than this"
                        + " transaction's timestamp 2026-11-01T00:00:01Z");
    }

    @Test
    void a_committed_transaction_counts_with_its_timestamp_and_not_with_its_commit() {
        stage.scenario()
                .task("first", at(0, () -> stage.ddb.transactWriteItems(transaction(incrementing("a")))))
                // Timestamp 8.5 ms, prepared at 9.5 ms: after the commit at 9 ms of the older one.
                .task("second", at(8.5, () -> stage.ddb.transactWriteItems(transaction(incrementing("a")))))
                .run();
        assertThat(outcomes).containsExactly("9: done", "17: done");
    }

    @Test
    void a_reading_transaction_is_cancelled_when_an_item_changes_between_its_phases() {
        stage.store(key("b"));
        stage.scenario()
                .task("reader", at(0, () -> stage.ddb.transactGetItems(reading("b", "a"))))
                .task("writer", at(1, () -> stage.ddb.updateItem(stage.increment("a"))))
                .task("again", at(2.5, () -> stage.ddb.transactGetItems(reading("b", "a"))))
                .run();
        assertThat(outcomes).containsExactly("1: done", "2: cancelled [None, TransactionConflict]", "4: done");
    }

    @Test
    void a_reading_transaction_is_cancelled_by_a_prepared_item_whichever_phase_meets_it() {
        stage.scenario()
                .task("writer", at(0, () -> stage.ddb.transactWriteItems(transaction(incrementing("a")))))
                .task("meets it second", at(0, () -> stage.ddb.transactGetItems(reading("a"))))
                .task("meets it first", at(6, () -> stage.ddb.transactGetItems(reading("a"))))
                .task("meets the commit", at(8, () -> stage.ddb.transactGetItems(reading("a"))))
                .run();
        assertThat(outcomes)
                .containsExactly(
                        "2: cancelled [TransactionConflict]",
                        "6: cancelled [TransactionConflict]",
                        "8: cancelled [TransactionConflict]",
                        "9: done");
    }

    @Test
    void a_get_never_meets_anything() {
        stage.scenario()
                .task("writer", at(0, () -> stage.ddb.transactWriteItems(transaction(incrementing("a")))))
                .task(
                        "reader",
                        at(
                                5,
                                () -> stage.ddb.getItem(get ->
                                        get.tableName(TABLE).key(key("a")).consistentRead(true))))
                .run();
        assertThat(outcomes).containsExactly("5: done", "9: done");
    }

    @Test
    void a_condition_is_judged_on_what_the_item_is_while_it_is_prepared() {
        stage.scenario()
                .task("creator", at(0, () -> stage.ddb.transactWriteItems(transaction(incrementing("a")))))
                .task("checker", at(10, () -> stage.ddb.transactWriteItems(transaction(ifThere("a"), ifThere("b")))))
                .run();
        assertThat(outcomes).containsExactly("9: done", "19: cancelled [None, ConditionalCheckFailed]");
    }

    @Test
    void a_transaction_that_fails_gives_its_items_back() {
        stage.scenario()
                .task(
                        "failing",
                        at(0, () -> stage.ddb.transactWriteItems(transaction(incrementing("a"), ifThere("b")))))
                .task("next", at(10, () -> stage.ddb.updateItem(stage.increment("a"))))
                .run();
        assertThat(outcomes).containsExactly("9: cancelled [None, ConditionalCheckFailed]", "10: done");
    }

    /** At so many milliseconds after the first second, does something and notes when and how it ended. */
    private Scenario.Work at(double millis, Runnable request) {
        return () -> {
            stage.clock.pass(Duration.ofNanos(1_000_000_000 + Math.round(millis * 1e6)));
            String outcome = "done";
            try {
                request.run();
            } catch (TransactionCanceledException cancelled) {
                outcome = "cancelled " + codes(cancelled);
            } catch (TransactionConflictException conflict) {
                outcome = "conflict";
            }
            outcomes.add((stage.clock.millis() % 60_000 - 1000) + ": " + outcome);
        };
    }
}
