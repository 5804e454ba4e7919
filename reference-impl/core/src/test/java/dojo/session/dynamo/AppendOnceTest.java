package dojo.session.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.session.Append;
import dojo.session.NewSession;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.Scope;
import dojo.session.SessionId;
import dojo.session.StoredTurn;
import dojo.session.Turn;
import dojo.session.Window;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithSessionTable
class AppendOnceTest {
    private static final SessionId SESSION = SessionId.of("s-42");
    private static final Scope MARKER = Scope.marker(Duration.ofHours(1));
    private static final Turn HELLO = Turn.user("t-1", "Is volume 3 out?");

    private final Hands clock = new Hands();
    private final DynamoSessionMemory memory;
    private final DynamoSessionMemory backstage;

    AppendOnceTest(DynamoDbClient client, LabTable table) {
        this.memory = DynamoSessionMemory.on(client, table.name(), clock, Pause.NONE);
        this.backstage = DynamoSessionMemory.on(table.backstage(), table.name(), clock, Pause.NONE);
        backstage.create(NewSession.of("s-42").lasting(Duration.ofDays(2)));
    }

    @Test
    @Costs(requests = 3, readUnits = 2, writeUnits = 1)
    void a_tail_of_small_turns_costs_two_read_units_besides_the_append() {
        appendOthers(5);

        assertThat(memory.append(SESSION, HELLO, Scope.tail(5))).isInstanceOf(Append.Appended.class);
    }

    @Test
    void a_turn_within_the_tail_is_not_stored_again() {
        Position first = memory.append(SESSION, HELLO, Scope.tail(5)).positionOrThrow();
        appendOthers(4);

        Append again = memory.append(SESSION, HELLO, Scope.tail(5));

        assertThat(again).isInstanceOf(Append.AlreadyThere.class);
        assertThat(again.positionOrThrow()).isEqualTo(first);
        assertThat(memory.append(SESSION, Turn.user("t-1", "Is volume 4 out?"), Scope.tail(5)))
                .isInstanceOf(Append.Mismatch.class);
    }

    @Test
    void a_turn_before_the_tail_is_stored_twice_which_is_what_the_scope_says() {
        memory.append(SESSION, HELLO, Scope.tail(5));
        appendOthers(5);

        assertThat(memory.append(SESSION, HELLO, Scope.tail(5))).isInstanceOf(Append.Appended.class);
        assertThat(texts()).hasSize(7);
    }

    @Test
    @Costs(requests = 3, readUnits = 2, writeUnits = 4)
    void a_marker_costs_a_transaction_of_two_items() {
        assertThat(memory.append(SESSION, HELLO, MARKER)).isInstanceOf(Append.Appended.class);
    }

    @Test
    void a_marker_recognises_a_turn_however_many_came_in_between() {
        Position first = memory.append(SESSION, HELLO, MARKER).positionOrThrow();
        appendOthers(30);
        clock.advance(Duration.ofMinutes(59));

        Append again = memory.append(SESSION, HELLO, MARKER);

        assertThat(again).isInstanceOf(Append.AlreadyThere.class);
        assertThat(again.positionOrThrow()).isEqualTo(first);
        assertThat(memory.append(SESSION, Turn.user("t-1", "Is volume 4 out?"), MARKER))
                .isInstanceOf(Append.Mismatch.class);
        assertThat(texts()).hasSize(31);
    }

    @Test
    void a_marker_is_forgotten_when_its_time_is_over_whether_or_not_it_was_deleted() {
        memory.append(SESSION, HELLO, MARKER);
        clock.advance(Duration.ofMinutes(61));

        assertThat(memory.append(SESSION, HELLO, MARKER)).isInstanceOf(Append.Appended.class);
    }

    @Test
    void a_marker_outlives_a_restart_so_that_a_late_retry_does_not_enter_the_new_log() {
        memory.append(SESSION, HELLO, MARKER);
        memory.restart(SESSION);

        Append late = memory.append(SESSION, HELLO, MARKER);

        assertThat(late).isInstanceOf(Append.AlreadyThere.class);
        assertThat(texts()).isEmpty();
        assertThat(memory.append(late.positionOrThrow(), Turn.user("t-2", "next")))
                .isInstanceOf(Append.Closed.class);
    }

    @Test
    void many_writers_without_positions_lose_and_double_nothing() {
        IntStream.range(0, 40).parallel().forEach(i -> {
            Scope scope = i % 2 == 0 ? Scope.tail(100) : MARKER;
            Turn turn = Turn.user("t-" + i, "turn " + i);
            memory.append(SESSION, turn, scope).positionOrThrow();
            memory.append(SESSION, turn, scope).positionOrThrow();
        });

        assertThat(texts())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 40).mapToObj(i -> "turn " + i).toList());
    }

    @Test
    void a_session_that_is_not_there_is_said_to_be_absent() {
        for (Scope scope : List.of(Scope.tail(5), MARKER)) {
            assertThat(memory.append(SessionId.of("nobody"), HELLO, scope))
                    .isInstanceOfSatisfying(
                            Append.Closed.class,
                            closed -> assertThat(closed.reason()).isEqualTo(Append.Reason.ABSENT));
        }
    }

    @Test
    void senseless_scopes_are_refused() {
        assertThatThrownBy(() -> Scope.tail(0)).hasMessageContaining("1 to 1,000 turns can be searched, got 0");
        assertThatThrownBy(() -> Scope.tail(1_001)).hasMessageContaining("got 1001");
        assertThatThrownBy(() -> Scope.marker(Duration.ofSeconds(-1))).hasMessageContaining("got PT-1S");
    }

    private void appendOthers(int count) {
        for (int i = 0; i < count; i++) {
            backstage.append(SESSION, Turn.user("other-" + i, "other " + i), Scope.tail(1));
        }
    }

    private List<String> texts() {
        return backstage.load(SESSION, Window.latest(100)).contextOrThrow().turns().stream()
                .map(StoredTurn::turn)
                .map(Turn::text)
                .toList();
    }
}
