package dojo.session.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.session.Append;
import dojo.session.Bill;
import dojo.session.NewSession;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.Restarted;
import dojo.session.SessionId;
import dojo.session.Turn;
import dojo.session.Window;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

@WithSessionTable
class RestartSessionTest {
    private static final SessionId SESSION = SessionId.of("s-42");
    private static final Turn HELLO = Turn.user("t-1", "hello");
    private static final Turn ANSWER = Turn.assistant("t-2", "hi");
    private static final Turn LATE = Turn.user("t-3", "too late");

    private final DynamoSessionMemory memory;
    private final DynamoSessionMemory backstage;
    private final Position start;
    private final Position first;
    private final Position second;

    RestartSessionTest(DynamoDbClient client, LabTable table) {
        Hands clock = new Hands();
        this.memory = DynamoSessionMemory.on(client, table.name(), clock, Pause.NONE);
        this.backstage = DynamoSessionMemory.on(table.backstage(), table.name(), clock, Pause.NONE);
        this.start = backstage.create(NewSession.of("s-42").ownedBy("c-7")).positionOrThrow();
        this.first = backstage.append(start, HELLO).positionOrThrow();
        this.second = backstage.append(first, ANSWER).positionOrThrow();
    }

    @Test
    @Costs(readUnits = 2, writeUnits = 4, requests = 3)
    void a_restart_hides_everything_said_before() {
        Restarted restarted = memory.restart(SESSION);

        assertThat(restarted).isInstanceOf(Restarted.Fresh.class);
        assertThat(restarted.bill()).isEqualTo(new Bill(3, 2, 4, false));
        assertThat(texts(backstage)).isEmpty();
    }

    @Test
    void the_new_log_begins_at_the_position_of_the_answer() {
        Restarted.Fresh fresh = (Restarted.Fresh) memory.restart(SESSION);

        assertThat(memory.append(fresh.position(), LATE)).isInstanceOf(Append.Appended.class);
        assertThat(texts(memory)).containsExactly("too late");
    }

    @Test
    void a_writer_at_the_old_tail_and_one_behind_it_learn_that_their_log_is_over() {
        memory.restart(SESSION);

        assertThat(List.of(start, first, second)).allSatisfy(old -> {
            Append answer = memory.append(old, LATE);
            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Append.Closed.class,
                            closed -> assertThat(closed.reason()).isEqualTo(Append.Reason.RESTARTED));
        });
        assertThat(texts(memory)).isEmpty();
    }

    @Test
    void the_retry_of_a_turn_stored_before_the_restart_is_told_the_truth() {
        memory.restart(SESSION);

        assertThat(memory.append(first, ANSWER)).isInstanceOf(Append.AlreadyThere.class);
        assertThat(memory.append(start, ANSWER)).isInstanceOf(Append.AlreadyThere.class);
    }

    @Test
    void a_turn_that_slips_in_before_the_seal_is_sealed_with_the_rest() {
        AtomicInteger slipped = new AtomicInteger();
        Troubled[] here = new Troubled[1];
        try (Troubled troubled = Troubled.by((call, next) -> {
            if (call.request() instanceof TransactWriteItemsRequest && slipped.getAndIncrement() == 0) {
                here[0].calm()
                        .append(here[0].calm().position(slippedAt(here[0])), LATE)
                        .positionOrThrow();
            }
            return next.answer(call);
        })) {
            here[0] = troubled;
            Position begin = troubled.memory.create(NewSession.of("s-42")).positionOrThrow();
            troubled.memory.append(begin, HELLO);

            assertThat(troubled.memory.restart(SESSION)).isInstanceOf(Restarted.Fresh.class);

            assertThat(slipped).hasValue(2);
            assertThat(texts(troubled.memory)).isEmpty();
            assertThat(troubled.memory.append(begin, LATE)).isInstanceOf(Append.AlreadyThere.class);
            assertThat(troubled.memory.append(begin, ANSWER)).isInstanceOf(Append.Closed.class);
        }
    }

    private static String slippedAt(Troubled troubled) {
        return troubled.calm()
                .load(SESSION, Window.latest(1))
                .contextOrThrow()
                .tail()
                .token();
    }

    @Test
    void the_lost_answer_to_a_restart_restarts_once() {
        LostAnswers law = LostAnswers.to(TransactWriteItemsRequest.class);
        try (Troubled troubled = Troubled.by(law)) {
            troubled.memory.create(NewSession.of("s-42"));
            law.lose(1);

            Restarted.Fresh fresh = (Restarted.Fresh) troubled.memory.restart(SESSION);

            assertThat(troubled.memory.append(fresh.position(), HELLO)).isInstanceOf(Append.Appended.class);
            assertThat(texts(troubled.memory)).containsExactly("hello");
        }
    }

    @Test
    void restarts_in_the_same_millisecond_each_begin_anew() {
        Token one = Token.of(((Restarted.Fresh) memory.restart(SESSION)).position());
        memory.append(one, LATE);
        Token two = Token.of(((Restarted.Fresh) memory.restart(SESSION)).position());

        assertThat(two.epoch()).isGreaterThan(one.epoch());
        assertThat(texts(memory)).isEmpty();
    }

    @Test
    void many_restarts_at_once_all_succeed_and_leave_one_log() {
        List<Restarted> answers = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> memory.restart(SESSION))
                .toList();

        assertThat(answers).allMatch(Restarted.Fresh.class::isInstance);
        assertThat(texts(memory)).isEmpty();
    }

    @Test
    @Costs(requests = 1)
    void an_unknown_session_cannot_be_restarted() {
        assertThat(memory.restart(SessionId.of("s-99"))).isInstanceOf(Restarted.Absent.class);
    }

    @Test
    void a_cancellation_for_another_reason_comes_through() {
        TransactionCanceledException throttled = TransactionCanceledException.builder()
                .message("throttled")
                .cancellationReasons(
                        CancellationReason.builder().code("ThrottlingError").build())
                .statusCode(400)
                .build();
        try (Troubled troubled = Troubled.by((call, next) -> {
            if (call.request() instanceof TransactWriteItemsRequest) {
                throw throttled;
            }
            return next.answer(call);
        })) {
            troubled.memory.create(NewSession.of("s-42"));

            assertThatThrownBy(() -> troubled.memory.restart(SESSION)).isInstanceOf(TransactionCanceledException.class);
        }
    }

    private static List<String> texts(DynamoSessionMemory memory) {
        return memory.load(SESSION, Window.latest(50)).contextOrThrow().turns().stream()
                .map(stored -> stored.turn().text())
                .toList();
    }
}
