package dojo.lab.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.law.Call;
import dojo.lab.law.Law;
import dojo.lab.law.Next;
import dojo.lab.pace.PaceSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** Tasks that do what a learner's code might do, and that must not hang a check. */
@Timeout(120)
class AwkwardTasksTest {

    private static final ListTablesRequest LIST = ListTablesRequest.builder().build();
    /** Of a table that is not there; takes 4 ms of virtual time all the same. */
    private static final ScanRequest SCAN =
            ScanRequest.builder().tableName("nowhere").build();

    private static final Laws PACED = Laws.off()
            .with(new PaceSettings(
                    Duration.ofMillis(4), Duration.ofMillis(4), Duration.ofMillis(4), Duration.ofMillis(4), 0));

    private final VirtualClock clock = new VirtualClock();

    @Test
    void a_task_may_use_the_client_that_does_not_wait() {
        List<String> acts = new ArrayList<>();
        try (Lab lab = Lab.under(PACED, clock)) {
            DynamoDbAsyncClient async = lab.asyncClient();
            Scenario scenario = Scenario.on(clock, 1);
            for (String name : List.of("a", "b")) {
                scenario.task(name, () -> {
                    for (int i = 0; i < 3; i++) {
                        assertThatThrownBy(() -> async.scan(SCAN).join())
                                .hasCauseInstanceOf(ResourceNotFoundException.class);
                        acts.add(name + clock.instant().toString().substring(20, 23));
                    }
                });
            }
            scenario.run();
        }
        assertThat(acts).containsExactlyInAnyOrder("a004", "b004", "a008", "b008", "a012", "b012");
    }

    @Test
    void a_task_may_call_from_threads_of_its_own() {
        try (Lab lab = Lab.under(PACED, clock)) {
            Scenario.on(clock, 1)
                    .task(
                            "parallel",
                            () -> IntStream.range(0, 20)
                                    .parallel()
                                    .forEach(i -> lab.client().listTables(LIST)))
                    .task("other", () -> lab.client().listTables(LIST))
                    .run();
        }
    }

    @Test
    void a_request_that_outlives_its_caller_does_not_keep_the_turn() throws Exception {
        List<String> acts = Collections.synchronizedList(new ArrayList<>());
        Abandoned abandoned = new Abandoned();
        try (Lab lab = Lab.under(Laws.off(), clock, abandoned)) {
            Scenario.on(clock, 1)
                    .task("impatient", () -> {
                        abandoned.call(lab);
                        abandoned.released.countDown();
                        lab.client().listTables(LIST);
                        acts.add("impatient");
                    })
                    .task("other", () -> {
                        clock.pass(Duration.ofSeconds(3));
                        lab.client().listTables(LIST);
                        acts.add("other");
                    })
                    .run();
            abandoned.finished.await();
        }
        assertThat(acts).containsExactlyInAnyOrder("impatient", "other");
    }

    @Test
    void a_request_that_outlives_its_task_does_not_keep_the_turn() throws Exception {
        List<Integer> acts = new ArrayList<>();
        Abandoned abandoned = new Abandoned();
        try (Lab lab = Lab.under(Laws.off(), clock, abandoned)) {
            Scenario.on(clock, 1)
                    .task("gone", () -> {
                        abandoned.call(lab);
                        abandoned.released.countDown();
                    })
                    .task("other", () -> {
                        for (int i = 0; i < 5; i++) {
                            clock.pass(Duration.ofSeconds(1));
                            lab.client().listTables(LIST);
                            acts.add(i);
                        }
                    })
                    .run();
            abandoned.finished.await();
        }
        assertThat(acts).containsExactly(0, 1, 2, 3, 4);
    }

    /** A scan whose caller is interrupted while it waits, as a time-out of the SDK does, and which goes on afterwards. */
    private final class Abandoned implements Law {

        private final CountDownLatch released = new CountDownLatch(1);
        private final CountDownLatch finished = new CountDownLatch(1);
        private volatile Thread caller = Thread.currentThread();

        void call(Lab lab) {
            caller = Thread.currentThread();
            assertThatThrownBy(() -> lab.client().scan(SCAN)).isInstanceOf(AbortedException.class);
            // The SDK leaves the thread interrupted.
            assertThat(Thread.interrupted()).isTrue();
        }

        @Override
        public AwsResponse apply(Call call, Next next) {
            if (call.request() instanceof ScanRequest) {
                caller.interrupt();
                awaitQuietly(released);
                clock.pass(Duration.ofSeconds(1));
                finished.countDown();
            }
            return next.answer(call);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("A thread of the lab was interrupted.", e);
        }
    }
}
