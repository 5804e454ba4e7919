package dojo.session.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Lab;
import dojo.lab.law.Call;
import dojo.lab.law.Law;
import dojo.lab.law.Next;
import dojo.session.NewSession;
import dojo.session.Position;
import dojo.session.SessionId;
import dojo.session.Turn;
import dojo.session.Window;
import dojo.session.dynamo.AsyncDynamoSessionMemory;
import dojo.session.dynamo.MemorySettings;
import dojo.session.dynamo.SessionTable;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

class HedgedReadsTest {
    private static final SessionId SESSION = SessionId.of("s-42");

    private final Late late = new Late();
    private final Lab lab = Lab.open(late);
    /** What the hedge wants to do later; the test says when that is. */
    private final LinkedBlockingQueue<Runnable> later = new LinkedBlockingQueue<>();

    private final AsyncDynamoSessionMemory memory = AsyncDynamoSessionMemory.on(
            lab.asyncClient(), "sessions", MemorySettings.usual().layer(HedgedReads.on(later::add)));

    @BeforeEach
    void create() {
        SessionTable.create(lab.backstage(), "sessions");
    }

    @AfterEach
    void close() {
        late.release.countDown();
        lab.close();
    }

    @Test
    void a_late_read_is_asked_again_and_the_first_answer_counts() throws Exception {
        memory.create(NewSession.of("s-42")).get();
        late.reads.set(1);
        var loaded = memory.load(SESSION, Window.latest(5));
        late.held.await();

        while (!loaded.isDone()) {
            Runnable hedge = later.poll(20, TimeUnit.MILLISECONDS);
            if (hedge != null) {
                hedge.run();
            }
        }

        assertThat(loaded.get().contextOrThrow().turns()).isEmpty();
        assertThat(late.release.getCount())
                .as("the first answer is still held back")
                .isEqualTo(1);
    }

    @Test
    void a_read_that_was_answered_in_time_is_not_asked_again() throws Exception {
        memory.create(NewSession.of("s-42")).get();
        memory.load(SESSION, Window.latest(5)).get();
        int asked = lab.meter().lines().size();

        later.forEach(Runnable::run);

        assertThat(lab.meter().lines()).hasSize(asked);
    }

    @Test
    void a_write_is_never_sent_twice() throws Exception {
        Position start = memory.create(NewSession.of("s-42")).get().positionOrThrow();
        later.clear();
        late.writes.set(1);
        var appended = memory.append(start, Turn.user("m-1", "hello"));
        late.held.await();

        assertThat(later).isEmpty();
        late.release.countDown();
        assertThat(appended.get().positionOrThrow()).isNotNull();
    }

    @Test
    void hedges_have_a_budget_of_one_read_in_twenty() {
        HedgedReads hedges = HedgedReads.on(Runnable::run);
        AtomicInteger sent = new AtomicInteger();
        for (int i = 0; i < 1_000; i++) {
            NeverAnswered.ask(hedges, sent, lab.asyncClient());
        }

        // Ten were saved up, to which the first read could add nothing; the others earn 49 and a bit.
        assertThat(sent.get() - 1_000).isEqualTo(59);
    }

    @Test
    void a_hedge_that_does_not_wait_is_refused() {
        assertThatThrownBy(() -> HedgedReads.after(Duration.ZERO)).hasMessageContaining("PT0S");
    }

    /** Executes some requests and keeps their answers until released. */
    private static final class Late implements Law {
        final AtomicInteger reads = new AtomicInteger();
        final AtomicInteger writes = new AtomicInteger();
        final CountDownLatch held = new CountDownLatch(1);
        final CountDownLatch release = new CountDownLatch(1);

        @Override
        public AwsResponse apply(Call call, Next next) {
            AwsResponse answer = next.answer(call);
            boolean late = (call.request() instanceof GetItemRequest && reads.getAndDecrement() > 0)
                    || (call.request() instanceof PutItemRequest && writes.getAndDecrement() > 0);
            if (late) {
                held.countDown();
                try {
                    release.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return answer;
        }
    }
}
