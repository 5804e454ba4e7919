package dojo.lab.conflict;

import static dojo.lab.conflict.Workload.Kind.GET;
import static dojo.lab.conflict.Workload.Kind.TRANSACT_GET;
import static dojo.lab.conflict.Workload.Kind.TRANSACT_WRITE;
import static dojo.lab.conflict.Workload.Kind.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How often operations meet, in the three mixes of the paper.
 *
 * <p>Its figures have no units, so its orders and ratios are what can be reproduced: transactions that write alone are
 * cancelled most often; with half of them reading, about half as often; with three quarters single operations or reads,
 * least.
 *
 * @see <a href="https://www.usenix.org/conference/atc23/presentation/idziorek">Distributed Transactions at Scale in
 *     Amazon DynamoDB, section 6</a>
 */
class OrderingsTest {

    private static Workload writes = Workload.NONE;
    private static Workload halfReads = Workload.NONE;
    private static Workload quarters = Workload.NONE;

    @BeforeAll
    static void run() {
        List<Supplier<Workload>> workloads = List.of(
                () -> Workload.run(60, TRANSACT_WRITE),
                () -> Workload.run(90, TRANSACT_WRITE, TRANSACT_GET),
                () -> Workload.run(180, TRANSACT_WRITE, TRANSACT_GET, UPDATE, GET));
        // Each has a lab and a clock of its own.
        List<Workload> run = workloads.parallelStream().map(Supplier::get).toList();
        writes = run.get(0);
        halfReads = run.get(1);
        quarters = run.get(2);
    }

    /** Neither so rare that chance decides the rest, nor so frequent that the cancelled make room for the others. */
    @Test
    void about_a_fifth_of_the_transactions_meet_another_one() {
        assertThat(writes.conflicts()).isBetween(0.1, 0.3);
    }

    @Test
    void with_half_the_transactions_reading_about_half_as_many_are_cancelled() {
        assertThat(halfReads.conflicts() / writes.conflicts()).isBetween(0.35, 0.65);
    }

    @Test
    void with_single_operations_the_fewest_fail() {
        assertThat(quarters.conflicts()).isLessThan(halfReads.conflicts());
    }

    @Test
    void a_get_never_fails() {
        assertThat(quarters.conflicts(GET)).isZero();
    }

    @Test
    void an_update_fails_about_as_often_as_a_writing_transaction() {
        assertThat(quarters.conflicts(UPDATE) / quarters.conflicts(TRANSACT_WRITE))
                .isBetween(0.6, 1.4);
    }

    @Test
    void a_reading_transaction_fails_most_often() {
        assertThat(quarters.conflicts(TRANSACT_GET)).isGreaterThan(quarters.conflicts(TRANSACT_WRITE));
        assertThat(quarters.conflicts(TRANSACT_GET)).isGreaterThan(quarters.conflicts(UPDATE));
    }
}
