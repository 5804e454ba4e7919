package dojo.lab.conflict;

import static dojo.lab.conflict.Stage.TABLE;
import static dojo.lab.conflict.Stage.incrementing;
import static dojo.lab.conflict.Stage.key;
import static dojo.lab.conflict.Stage.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.time.WallClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** On the wall clock, with threads that nobody schedules. */
class FreeThreadsTest {

    private static final int THREADS = 8;
    private static final int TIMES = 25;

    private final ConflictSettings brief = new ConflictSettings(
            Duration.ofNanos(100_000), Duration.ofMillis(2), Duration.ofMillis(1), 0.5, Duration.ofMinutes(10));

    @Test
    void what_was_acknowledged_is_there_and_what_was_refused_is_not() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (Lab lab = Lab.under(Laws.off().with(brief), WallClock.system())) {
            lab.backstage().createTable(Stage.table());
            List<Callable<Integer>> work = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                boolean single = t % 2 == 0;
                work.add(() -> {
                    int done = 0;
                    for (int i = 0; i < TIMES; i++) {
                        done += single ? increment(lab) : incrementBoth(lab);
                    }
                    return done;
                });
            }
            int acknowledged = 0;
            for (Future<Integer> task : threads.invokeAll(work)) {
                acknowledged += task.get();
            }
            assertThat(count(lab, "a") + count(lab, "b")).isEqualTo(acknowledged);
            // A transaction increments both or neither.
            assertThat(count(lab, "b") * 2).isLessThanOrEqualTo(acknowledged);
            assertThat(lab.client().transactWriteItems(transaction(incrementing("a"))))
                    .as("nothing is left prepared")
                    .isNotNull();
        } finally {
            threads.shutdownNow();
        }
    }

    private static int increment(Lab lab) {
        try {
            lab.client()
                    .updateItem(update -> update.tableName(TABLE)
                            .key(key("a"))
                            .updateExpression("ADD n :one")
                            .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))));
            return 1;
        } catch (TransactionConflictException conflict) {
            return 0;
        }
    }

    private static int incrementBoth(Lab lab) {
        try {
            lab.client().transactWriteItems(transaction(incrementing("a"), incrementing("b")));
            return 2;
        } catch (TransactionCanceledException cancelled) {
            return 0;
        }
    }

    private static int count(Lab lab, String id) {
        Map<String, AttributeValue> item = lab.backstage()
                .getItem(get -> get.tableName(TABLE).key(key(id)).consistentRead(true))
                .item();
        return item.isEmpty()
                ? 0
                : Integer.parseInt(Objects.requireNonNull(item.get("n")).n());
    }
}
