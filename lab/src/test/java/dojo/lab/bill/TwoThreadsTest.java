package dojo.lab.bill;

import static dojo.lab.bill.Scene.key;
import static dojo.lab.bill.Scene.n;
import static dojo.lab.bill.Scene.s;
import static dojo.lab.bill.Scene.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Writers of one item, at the same time: each pays for its own change, and none is lost or paid twice. */
class TwoThreadsTest {

    private static final int TIMES = 60;

    private final Scene scene = new Scene();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void close() {
        threads.shutdown();
        scene.close();
    }

    @Test
    void one_moves_an_index_key_and_the_other_does_not() throws Exception {
        String table = scene.globallyIndexed();
        scene.local.putItem(put -> put.tableName(table).item(with(key("p", "s"), "kind", s("k0"), "count", n("0"))));
        int mark = scene.lab.meter().mark();

        together(
                i -> scene.ddb.updateItem(update -> update.tableName(table)
                        .key(key("p", "s"))
                        .updateExpression("SET kind = :kind")
                        .expressionAttributeValues(Map.of(":kind", s("k" + (i + 1))))),
                i -> scene.ddb.updateItem(update -> update.tableName(table)
                        .key(key("p", "s"))
                        .updateExpression("SET turns = if_not_exists(turns, :zero) + :one")
                        .expressionAttributeValues(Map.of(":zero", n("0"), ":one", n("1")))));

        assertThat(scene.lab.meter().billSince(mark))
                .isEqualTo(new Bill(2 * TIMES, 0, TIMES * (1 + 2) + TIMES * (1 + 1)));
    }

    @Test
    void transactions_over_the_same_items_in_other_order_do_not_wait_for_each_other_for_ever() throws Exception {
        String table = scene.plain();
        int mark = scene.lab.meter().mark();

        together(
                i -> scene.ddb.transactWriteItems(
                        transaction -> transaction.transactItems(put(table, "a"), put(table, "b"))),
                i -> scene.ddb.transactWriteItems(
                        transaction -> transaction.transactItems(put(table, "b"), put(table, "a"))));

        assertThat(scene.lab.meter().billSince(mark)).isEqualTo(new Bill(2 * TIMES, 0, 2 * TIMES * 4));
    }

    private static TransactWriteItem put(String table, String sort) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(key("p", sort)))
                .build();
    }

    private interface Step {
        void run(int time);
    }

    private void together(Step... steps) throws InterruptedException, ExecutionException {
        List<Callable<Void>> tasks = new ArrayList<>();
        for (Step step : steps) {
            tasks.add(() -> {
                for (int i = 0; i < TIMES; i++) {
                    step.run(i);
                }
                return null;
            });
        }
        for (Future<Void> done : threads.invokeAll(tasks)) {
            done.get();
        }
    }
}
