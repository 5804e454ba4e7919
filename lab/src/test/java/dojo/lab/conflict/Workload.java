package dojo.lab.conflict;

import static dojo.lab.conflict.Stage.TABLE;
import static dojo.lab.conflict.Stage.incrementing;
import static dojo.lab.conflict.Stage.key;
import static dojo.lab.conflict.Stage.reading;
import static dojo.lab.conflict.Stage.transaction;

import dojo.lab.Laws;
import dojo.lab.pace.PaceSettings;
import dojo.lab.time.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Operations of several kinds in equal shares, on a few items, at a steady rate: as many arrive in a second whatever they
 * are and however long they take, as in the paper's experiments.
 */
final class Workload {

    /** The operations of the paper's three mixes. */
    enum Kind {
        TRANSACT_WRITE,
        TRANSACT_GET,
        UPDATE,
        GET
    }

    private static final int TASKS = 16;
    private static final int ITEMS = 12;
    /** Longer than any operation takes, so that no task falls behind. */
    private static final Duration PERIOD = Duration.ofMillis(64);

    /** Stands for one that has not run. */
    static final Workload NONE = new Workload(List.of());

    private final List<Kind> mix;
    private final Map<Kind, Integer> tried = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> failed = new EnumMap<>(Kind.class);

    private Workload(List<Kind> mix) {
        this.mix = mix;
    }

    /** Each of the tasks makes so many operations, each of a kind that is drawn. */
    static Workload run(int operations, Kind... mix) {
        long seed = 1;
        Laws laws = Laws.off().seed(seed).with(ConflictSettings.real()).with(PaceSettings.real());
        try (Stage stage = new Stage(laws)) {
            Workload workload = new Workload(List.of(mix));
            Scenario scenario = Scenario.on(stage.clock, seed);
            SplittableRandom random = new SplittableRandom(seed);
            for (int t = 0; t < TASKS; t++) {
                SplittableRandom own = random.split();
                scenario.task("task " + t, () -> workload.task(stage, own, operations));
            }
            scenario.run();
            return workload;
        }
    }

    private void task(Stage stage, SplittableRandom random, int operations) {
        Instant start = stage.clock.instant();
        for (int i = 0; i < operations; i++) {
            long within = random.nextLong(PERIOD.toNanos() / 2);
            Instant next = start.plus(PERIOD.multipliedBy(i)).plusNanos(within);
            Duration wait = Duration.between(stage.clock.instant(), next);
            stage.clock.pass(wait.isNegative() ? Duration.ZERO : wait);
            operation(stage, mix.get(random.nextInt(mix.size())), "item " + random.nextInt(ITEMS));
        }
    }

    private void operation(Stage stage, Kind kind, String id) {
        tried.merge(kind, 1, Integer::sum);
        try {
            switch (kind) {
                case TRANSACT_WRITE -> stage.ddb.transactWriteItems(transaction(incrementing(id)));
                case TRANSACT_GET -> stage.ddb.transactGetItems(reading(id));
                case UPDATE -> stage.ddb.updateItem(stage.increment(id));
                case GET -> stage.ddb.getItem(get -> get.tableName(TABLE).key(key(id)));
            }
        } catch (TransactionCanceledException | TransactionConflictException conflict) {
            failed.merge(kind, 1, Integer::sum);
        }
    }

    /** The share of this kind of operations that failed for a conflict. */
    double conflicts(Kind kind) {
        return (double) failed.getOrDefault(kind, 0) / tried.getOrDefault(kind, 0);
    }

    /** The share of all operations that failed for a conflict. */
    double conflicts() {
        return (double) sum(failed) / sum(tried);
    }

    private static int sum(Map<Kind, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
