package dojo.session.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.session.Append;
import dojo.session.Loaded;
import dojo.session.Loaded.Part;
import dojo.session.Loaded.Why;
import dojo.session.Summary;
import dojo.session.Turn;
import dojo.session.Window;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.work.Ask;
import dojo.session.work.Errand;
import dojo.session.work.Layer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;

class DeadlineTest {
    private static final Window WINDOW = Window.latest(10);

    private final Ward ward = new Ward();

    @AfterEach
    void close() {
        ward.close();
    }

    private DynamoSessionMemory within(int seconds) {
        return ward.memory(ward.settings().layer(Deadline.of(Duration.ofSeconds(seconds))));
    }

    @Test
    void no_request_begins_after_it() {
        ward.slow(Duration.ofSeconds(40));

        int sent = ward.requests(() -> assertThatThrownBy(() -> within(60).load(Ward.SESSION, WINDOW))
                .isInstanceOfSatisfying(
                        NotSent.class, late -> assertThat(late.why()).isEqualTo(Why.DEADLINE))
                .hasMessageContaining("60000 ms for load are over: Query was not sent (requests before it: 2)"));

        assertThat(sent).isEqualTo(2);
    }

    @Test
    void each_request_gets_what_is_left_as_its_limit() {
        List<Duration> limits = new ArrayList<>();
        Layer inside = new Layer() {
            @Override
            public <R extends DynamoDbResponse> CompletableFuture<R> ask(Ask<R> ask, Errand errand, Next next) {
                limits.add(ask.request()
                        .overrideConfiguration()
                        .flatMap(it -> it.apiCallTimeout())
                        .orElseThrow());
                return next.ask(ask);
            }
        };
        Deadline deadline = Deadline.of(Duration.ofSeconds(90)).with("load", Duration.ofSeconds(200));
        ward.slow(Duration.ofSeconds(40));
        DynamoSessionMemory memory = ward.memory(ward.settings().layer(deadline).layer(inside));

        memory.load(Ward.SESSION, WINDOW);
        memory.append(ward.tail, Turn.user("t-4", "four"));

        assertThat(limits)
                .containsExactly(
                        Duration.ofSeconds(200),
                        Duration.ofSeconds(160),
                        Duration.ofSeconds(120),
                        Duration.ofSeconds(90));
    }

    @Test
    void a_load_that_may_bring_less_brings_the_summary_when_time_is_short() {
        ward.slow(Duration.ofSeconds(40));

        Loaded less = within(60).load(Ward.SESSION, WINDOW.orLess());

        assertThat(less).isInstanceOfSatisfying(Loaded.Degraded.class, degraded -> {
            assertThat(degraded.summary()).map(Summary::text).contains("the first two");
            assertThat(degraded.turns()).isEmpty();
            assertThat(degraded.missing()).containsExactly(Part.TURNS);
            assertThat(degraded.why()).isEqualTo(Why.DEADLINE);
            assertThat(degraded.bill().requests()).isEqualTo(2);
        });
        assertThatThrownBy(less::contextOrThrow).hasMessageContaining("TURNS").hasMessageContaining("load it again");
    }

    @Test
    void and_nothing_when_it_is_shorter_still() {
        ward.slow(Duration.ofSeconds(40));

        assertThat(within(30).load(Ward.SESSION, WINDOW.orLess()))
                .isInstanceOfSatisfying(Loaded.Degraded.class, degraded -> {
                    assertThat(degraded.summary()).isEmpty();
                    assertThat(degraded.missing()).containsExactlyInAnyOrder(Part.SUMMARY, Part.TURNS);
                    assertThat(degraded.bill().requests()).isEqualTo(1);
                });
    }

    @Test
    void in_time_it_brings_all() {
        assertThat(within(60)
                        .load(Ward.SESSION, WINDOW.orLess())
                        .contextOrThrow()
                        .turns())
                .hasSize(3);
    }

    @Test
    void an_append_that_runs_out_of_time_says_so_and_stores_the_turn_when_called_again() {
        ward.slow(Duration.ofSeconds(40));
        Turn large = Turn.user("t-4", "x".repeat(500_000));

        assertThatThrownBy(() -> within(30).append(ward.tail, large))
                .isInstanceOf(NotSent.class)
                .hasMessageContaining("PutItem was not sent")
                .hasMessageContaining("same arguments");
        assertThat(ward.calm.append(ward.tail, large)).isInstanceOf(Append.Appended.class);
    }

    @Test
    void a_time_that_cannot_be_right_is_refused() {
        assertThatThrownBy(() -> Deadline.of(Duration.ZERO)).hasMessageContaining("PT0S");
        assertThatThrownBy(() -> Deadline.of(Duration.ofSeconds(1)).with("load", Duration.ofMillis(-5)))
                .hasMessageContaining("load");
    }
}
