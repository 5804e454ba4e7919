package dojo.session.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import dojo.session.Pause;
import dojo.session.testkit.HandMovedClock;
import dojo.session.work.Ask;
import dojo.session.work.Errand;
import dojo.session.work.Layer;
import dojo.session.work.Runner;
import dojo.session.work.Work;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/** Reads and writes that cross, answers that get lost, and more than fits. */
@WithLab
@WithTable(partitionKey = "PK", sortKey = "SK")
class FillTest {
    private final HandMovedClock clock = new HandMovedClock();
    private final Rig rig;
    private final Lab lab;

    FillTest(Lab lab, LabTable table) {
        this.lab = lab;
        this.rig = new Rig(lab, table, CacheSettings.usual());
        rig.writeElsewhere("p", "a", "first");
    }

    /** Lets requests reach the table, and holds their answers back. */
    private static final class SlowAnswers implements Layer {
        private final Deque<Runnable> held = new ArrayDeque<>();

        @Override
        public <R extends DynamoDbResponse> CompletableFuture<R> ask(Ask<R> ask, Errand errand, Next next) {
            if (!(ask.request() instanceof GetItemRequest)) {
                return next.ask(ask);
            }
            CompletableFuture<R> late = new CompletableFuture<>();
            R answer = next.ask(ask).join();
            held.add(() -> late.complete(answer));
            return late;
        }

        void release() {
            held.remove().run();
        }
    }

    @Test
    void a_read_that_began_before_a_write_is_not_kept_after_it() {
        SlowAnswers slow = new SlowAnswers();
        Runner runner = Runner.over(
                lab.client(),
                new Runner.Settings(clock, Pause.NONE, List.of(rig.cache, slow), List.of(), Optional.empty()));
        var early = runner.start("test", Work.ask(rig.get("p", "a").build()));
        rig.write("p", "a", "second");
        slow.release();

        assertThat(early.join().item()).isEqualTo(Rig.item("p", "a", "first"));
        assertThat(rig.text("p", "a")).isEqualTo("second");
    }

    @Test
    void a_read_that_nobody_crosses_is_kept_though_its_answer_is_slow() {
        SlowAnswers slow = new SlowAnswers();
        Runner runner = Runner.over(
                lab.client(),
                new Runner.Settings(clock, Pause.NONE, List.of(rig.cache, slow), List.of(), Optional.empty()));
        var read = runner.start("test", Work.ask(rig.get("p", "a").build()));
        slow.release();

        assertThat(read.join().hasItem()).isTrue();
        assertThat(rig.requests(() -> rig.text("p", "a"))).isZero();
    }

    @Test
    void a_write_whose_answer_got_lost_is_taken_for_done() {
        Layer losing = new Layer() {
            @Override
            public <R extends DynamoDbResponse> CompletableFuture<R> ask(Ask<R> ask, Errand errand, Next next) {
                return next.ask(ask).thenApply(answer -> {
                    throw new IllegalStateException("The line went dead.");
                });
            }
        };
        Runner runner = Runner.over(
                lab.client(),
                new Runner.Settings(clock, Pause.NONE, List.of(rig.cache, losing), List.of(), Optional.empty()));
        rig.text("p", "a");
        assertThatThrownBy(() ->
                        runner.run("test", Work.ask(rig.put("p", "a", "second").build())))
                .isInstanceOf(IllegalStateException.class);

        assertThat(rig.text("p", "a")).isEqualTo("second");
    }

    @Test
    void no_more_is_held_than_allowed() {
        ReadThrough small =
                ReadThrough.with(CacheSettings.usual().mostBytes(20_000).clock(clock));
        Runner runner = Runner.over(lab.client(), rig.around(small));
        IntStream.range(0, 60).forEach(i -> {
            rig.writeElsewhere("p-" + i, "a", "x".repeat(800));
            runner.run("test", Work.ask(rig.get("p-" + i, "a").build()));
            runner.run("test", Work.ask(rig.query("p-" + i).build()));
        });

        // Half of the bytes for each of the two, and an entry takes a little more than its text.
        assertThat(small.report().items()).isBetween(5L, 12L);
        assertThat(small.report().queries()).isBetween(5L, 12L);
    }

    @Test
    void an_item_larger_than_the_cache_is_answered_and_not_held() {
        ReadThrough small =
                ReadThrough.with(CacheSettings.usual().mostBytes(1_024).clock(clock));
        Runner runner = Runner.over(lab.client(), rig.around(small));
        rig.writeElsewhere("p", "large", "x".repeat(2_000));

        assertThat(runner.run("test", Work.ask(rig.get("p", "large").build())).hasItem())
                .isTrue();
        assertThat(small.report().items()).isZero();
    }
}
