package dojo.session.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.law.Call;
import dojo.lab.law.Law;
import dojo.lab.law.Next;
import dojo.session.Append;
import dojo.session.Loaded;
import dojo.session.Loaded.Part;
import dojo.session.Loaded.Why;
import dojo.session.StoredTurn;
import dojo.session.Turn;
import dojo.session.Window;
import dojo.session.dynamo.AsyncDynamoSessionMemory;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.guard.Breaker.Settings;
import dojo.session.guard.Breaker.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

class BreakerTest {
    private static final Window WINDOW = Window.latest(10);
    /** The SDK steps back between attempts, and so a storm of one caller takes its time. */
    private static final Settings OVER_A_MINUTE = new Settings(0.5, 60, 20, Duration.ofSeconds(5), 5);

    private static final Turn FOUR = Turn.user("t-4", "four");

    private final Weather weather = new Weather();
    private final Ward ward = new Ward(weather);
    private final Breaker breaker = Breaker.of(OVER_A_MINUTE, ward.lab.clock());
    private final List<String> turned = new ArrayList<>();
    private final DynamoSessionMemory memory = ward.memory(ward.settings().layer(breaker));

    BreakerTest() {
        breaker.onChange((from, to) -> turned.add(from + " to " + to));
    }

    @AfterEach
    void close() {
        ward.close();
    }

    @Test
    void a_storm_opens_it_and_then_nothing_is_sent() {
        storm();

        assertThat(breaker.state()).isEqualTo(State.OPEN);
        int sent = ward.requests(() -> {
            assertThatThrownBy(() -> memory.append(ward.tail, FOUR))
                    .isInstanceOfSatisfying(
                            NotSent.class, refused -> assertThat(refused.why()).isEqualTo(Why.BREAKER_OPEN))
                    .hasMessageContaining("PutItem of append was not sent");
            assertThat(memory.load(Ward.SESSION, WINDOW.orLess()))
                    .isInstanceOfSatisfying(Loaded.Degraded.class, less -> {
                        assertThat(less.missing()).containsExactlyInAnyOrder(Part.values());
                        assertThat(less.why()).isEqualTo(Why.BREAKER_OPEN);
                        assertThat(less.bill().requests()).isZero();
                    });
        });
        assertThat(sent).isZero();
    }

    @Test
    void after_a_while_it_lets_a_few_through_and_closes_when_they_succeed() {
        storm();
        ward.well();
        ward.lab.clock().advance(Duration.ofSeconds(6));

        assertThat(memory.append(ward.tail, FOUR)).isInstanceOf(Append.Appended.class);
        assertThat(breaker.state()).isEqualTo(State.HALF_OPEN);
        memory.load(Ward.SESSION, WINDOW).contextOrThrow();
        memory.load(Ward.SESSION, WINDOW).contextOrThrow();

        assertThat(breaker.state()).isEqualTo(State.CLOSED);
        assertThat(turned).containsExactly("CLOSED to OPEN", "OPEN to HALF_OPEN", "HALF_OPEN to CLOSED");
    }

    @Test
    void if_they_fail_it_opens_again() {
        storm();
        ward.lab.clock().advance(Duration.ofSeconds(6));
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> memory.append(ward.tail, FOUR)).isInstanceOf(SdkException.class);
        }

        assertThat(breaker.state()).isEqualTo(State.OPEN);
        assertThat(turned).endsWith("HALF_OPEN to OPEN");
    }

    @Test
    void refusals_and_conflicts_are_answers_and_never_open_it() {
        ward.calm.append(ward.tail, FOUR);
        for (int i = 0; i < 60; i++) {
            assertThat(memory.append(ward.tail, Turn.user("other-" + i, "?"))).isInstanceOf(Append.Conflict.class);
        }

        assertThat(breaker.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void throttling_counts_and_is_told_apart() {
        weather.throttling = true;

        assertThat(memory.load(Ward.SESSION, WINDOW.orLess()))
                .isInstanceOfSatisfying(
                        Loaded.Degraded.class, less -> assertThat(less.why()).isEqualTo(Why.THROTTLED));
        for (int i = 0; i < 60 && breaker.state() == State.CLOSED; i++) {
            memory.load(Ward.SESSION, WINDOW.orLess());
        }
        assertThat(breaker.state()).isEqualTo(State.OPEN);
    }

    @Test
    void when_only_the_summary_fails_the_turns_are_there() {
        weather.summaries = false;
        AsyncDynamoSessionMemory async =
                AsyncDynamoSessionMemory.on(ward.lab.asyncClient(), ward.table, ward.settings());

        assertThat(async.load(Ward.SESSION, WINDOW.orLess()).join())
                .isInstanceOfSatisfying(Loaded.Degraded.class, less -> {
                    assertThat(less.turns()).extracting(StoredTurn::number).containsExactly(1L, 2L, 3L);
                    assertThat(less.missing()).containsExactly(Part.SUMMARY);
                    assertThat(less.why()).isEqualTo(Why.THROTTLED);
                });
        assertThatThrownBy(() -> async.load(Ward.SESSION, WINDOW).join())
                .hasRootCauseInstanceOf(ProvisionedThroughputExceededException.class);
    }

    @Test
    void a_session_that_is_not_there_is_absent_and_not_degraded() {
        assertThat(memory.load(dojo.session.SessionId.of("never"), WINDOW.orLess()))
                .isInstanceOf(Loaded.Absent.class);
    }

    @Test
    void settings_that_cannot_be_right_are_refused() {
        assertThatThrownBy(() -> new Settings(0, 10, 20, Duration.ofSeconds(5), 5))
                .hasMessageContaining("got 0.0");
        assertThatThrownBy(() -> new Settings(1.01, 10, 20, Duration.ofSeconds(5), 5))
                .hasMessageContaining("1.01");
        assertThatThrownBy(() -> new Settings(0.5, 10, 20, Duration.ZERO, 5)).hasMessageContaining("PT0S");
    }

    private void storm() {
        ward.sick();
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> memory.append(ward.tail, FOUR)).isInstanceOf(SdkException.class);
        }
    }

    /** Throttles everything, or the question for the summary alone. */
    private static final class Weather implements Law {
        volatile boolean throttling;
        volatile boolean summaries = true;

        @Override
        public AwsResponse apply(Call call, Next next) {
            boolean summary = call.request() instanceof QueryRequest query
                    && query.expressionAttributeValues().containsKey(":first")
                    && query.expressionAttributeValues().get(":first").s().startsWith("SUMMARY#");
            if (throttling || (summary && !summaries)) {
                throw ProvisionedThroughputExceededException.builder()
                        .message("Slow down")
                        .statusCode(400)
                        .build();
            }
            return next.answer(call);
        }
    }
}
