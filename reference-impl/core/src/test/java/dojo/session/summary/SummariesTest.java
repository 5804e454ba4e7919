package dojo.session.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.session.Context;
import dojo.session.NewSession;
import dojo.session.PassedOn;
import dojo.session.Position;
import dojo.session.Restarted;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Stored;
import dojo.session.StoredTurn;
import dojo.session.Summary;
import dojo.session.Turn;
import dojo.session.Window;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.summary.Summaries.Outcome;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
class SummariesTest {
    private static final SessionId SESSION = SessionId.of("s-42");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final SessionMemory memory;
    private final SessionMemory backstage;
    private final List<String> paid = new ArrayList<>();
    private final Summaries summaries;
    private Position tail;

    SummariesTest(DynamoDbClient client, LabTable table) {
        this.memory = DynamoSessionMemory.on(client, table.name());
        this.backstage = DynamoSessionMemory.on(table.backstage(), table.name());
        this.summaries = summaries(memory, Trigger.every(4));
        this.tail = backstage.create(NewSession.of("s-42")).positionOrThrow();
    }

    private Summaries summaries(SessionMemory over, Trigger trigger) {
        return Summaries.in(over, trigger, this::counted, "model-1", "prompt-1").on(() -> NOON);
    }

    /** Names what it was given. */
    private String counted(Optional<Summary> previous, List<StoredTurn> turns) {
        String text = previous.map(before -> before.text() + ", ").orElse("")
                + turns.get(0).number() + "-" + turns.get(turns.size() - 1).number();
        paid.add(text);
        return text;
    }

    private void say(int turns) {
        for (int i = 0; i < turns; i++) {
            tail = backstage.append(tail, Turn.user(tail.token(), "12345678")).positionOrThrow();
        }
    }

    private Optional<Summary> latest() {
        return context().summary();
    }

    private Context context() {
        return backstage.load(SESSION, Window.latest(50)).contextOrThrow();
    }

    @Test
    @Costs(readUnits = 3, requests = 3)
    void nothing_is_due_before_the_threshold() {
        say(3);

        assertThat(summaries.update(SESSION)).matches(Outcome::complete).matches(outcome -> outcome.written() == 0);
        assertThat(latest()).isEmpty();
    }

    @Test
    void a_summary_tells_its_turns_its_inputs_its_model_and_its_prompt() {
        say(5);
        assertThat(summaries.update(SESSION).written()).isEqualTo(1);

        Summary summary = latest().orElseThrow();
        assertThat(summary.from()).isEqualTo(1);
        assertThat(summary.to()).isEqualTo(4);
        assertThat(summary.at()).isEqualTo(NOON);
        Summary.Origin origin = summary.origin().orElseThrow();
        assertThat(origin.model()).isEqualTo("model-1");
        assertThat(origin.prompt()).isEqualTo("prompt-1");
        assertThat(origin.inputs())
                .isEqualTo(Inputs.digest(Optional.empty(), context().turns().subList(0, 4)));
        assertThat(context().turnsAfterSummary()).hasSize(1);
    }

    @Test
    void a_backlog_is_worked_off_in_the_same_steps_as_if_it_had_come_slowly() {
        say(11);
        Outcome atOnce = summaries.update(SESSION);
        say(1);
        summaries.update(SESSION);

        assertThat(atOnce.written()).isEqualTo(2);
        assertThat(paid).containsExactly("1-4", "1-4, 5-8", "1-4, 5-8, 9-12");
        assertThat(latest()).map(Summary::text).contains("1-4, 5-8, 9-12");
    }

    @Test
    void asking_again_pays_nobody() {
        say(8);
        summaries.update(SESSION);
        Outcome again = summaries.update(SESSION);

        assertThat(again.written()).isZero();
        assertThat(paid).hasSize(2);
    }

    @Test
    void tokens_make_a_summary_due_as_well() {
        say(3);
        summaries(memory, Trigger.every(100).orTokens(5)).update(SESSION);

        assertThat(latest()).map(Summary::to).contains(3L);
    }

    @Test
    void a_text_that_could_not_be_stored_is_not_paid_for_again() {
        say(4);
        AtomicInteger refused = new AtomicInteger();
        Summaries unlucky = summaries(
                new PassedOn(memory) {
                    @Override
                    public Stored store(SessionId session, Summary summary) {
                        if (refused.getAndIncrement() == 0) {
                            throw new IllegalStateException("no capacity");
                        }
                        return super.store(session, summary);
                    }
                },
                Trigger.every(4));

        assertThatThrownBy(() -> unlucky.update(SESSION)).hasMessage("no capacity");
        assertThat(unlucky.update(SESSION).written()).isEqualTo(1);
        assertThat(paid).containsExactly("1-4");
    }

    @Test
    void a_rival_who_was_faster_is_followed() {
        say(8);
        AtomicInteger rivals = new AtomicInteger();
        Summaries slow = summaries(
                new PassedOn(memory) {
                    @Override
                    public Stored store(SessionId session, Summary summary) {
                        if (rivals.getAndIncrement() == 0) {
                            summaries(backstage, Trigger.every(3)).update(session);
                        }
                        return super.store(session, summary);
                    }
                },
                Trigger.every(4));

        Outcome outcome = slow.update(SESSION);
        assertThat(outcome.written()).isZero();
        assertThat(outcome.complete()).isTrue();
        assertThat(latest()).map(Summary::text).contains("1-3, 4-6");
    }

    @Test
    void a_conversation_begun_anew_while_the_model_thought_keeps_no_summary_of_before() {
        say(4);
        Summaries forgetful = Summaries.in(
                memory,
                Trigger.every(4),
                (previous, turns) -> {
                    tail = ((Restarted.Fresh) backstage.restart(SESSION)).position();
                    say(2);
                    return "They spoke.";
                },
                "model-1",
                "prompt-1");

        assertThat(forgetful.update(SESSION).written()).isZero();
        assertThat(latest()).isEmpty();
    }

    @Test
    void a_failing_model_leaves_no_trace_and_can_be_asked_again() {
        say(4);
        Summaries failing = Summaries.in(
                memory,
                Trigger.every(4),
                (previous, turns) -> {
                    throw new IOException("overloaded");
                },
                "model-1",
                "prompt-1");
        Summaries wordless = Summaries.in(memory, Trigger.every(4), (previous, turns) -> " ", "model-1", "prompt-1");

        assertThatThrownBy(() -> failing.update(SESSION))
                .isInstanceOf(SummaryFailed.class)
                .hasMessageContaining("s-42")
                .hasMessageContaining("1 to 4")
                .hasRootCauseMessage("overloaded");
        assertThatThrownBy(() -> wordless.update(SESSION)).isInstanceOf(SummaryFailed.class);
        assertThat(latest()).isEmpty();
        assertThat(summaries.update(SESSION).written()).isEqualTo(1);
    }

    @Test
    void when_time_runs_out_the_rest_is_left_for_later() {
        say(12);
        AtomicInteger allowed = new AtomicInteger(2);

        Outcome outcome = summaries.update(SESSION, () -> allowed.getAndDecrement() > 0);

        assertThat(outcome.complete()).isFalse();
        assertThat(outcome.written()).isEqualTo(2);
        assertThat(summaries.update(SESSION).written()).isEqualTo(1);
    }

    @Test
    void a_session_that_is_gone_needs_no_summary() {
        assertThat(summaries.update(SessionId.of("s-99")).complete()).isTrue();
    }

    @Test
    void without_a_model_the_same_turns_give_the_same_summary() {
        say(4);
        Summaries plain = Summaries.in(memory, Trigger.every(4), new KeySentences(200));
        plain.update(SESSION);

        assertThat(latest()).hasValueSatisfying(summary -> {
            assertThat(summary.text()).isEqualTo("User: 12345678");
            assertThat(summary.origin().orElseThrow().model()).isEqualTo("key-sentences");
            assertThat(summary.origin().orElseThrow().prompt()).isEqualTo("1-200");
        });
    }
}
