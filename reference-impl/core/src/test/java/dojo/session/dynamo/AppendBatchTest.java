package dojo.session.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Lab;
import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.session.Append;
import dojo.session.NewSession;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.SessionId;
import dojo.session.StoredTurn;
import dojo.session.Turn;
import dojo.session.TurnId;
import dojo.session.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithSessionTable
class AppendBatchTest {
    private static final SessionId SESSION = SessionId.of("s-42");
    private static final Turn HELLO = Turn.user("t-1", "Is volume 3 out?");
    private static final Turn ANSWER = Turn.assistant("t-2", "Since Friday.");
    private static final Turn THANKS = Turn.user("t-3", "Thanks!");
    private static final Turn OTHER = Turn.user("t-9", "From another tab");

    private final Lab lab;
    private final Hands clock = new Hands();
    private final DynamoSessionMemory memory;
    private final DynamoSessionMemory backstage;
    private final Position start;

    AppendBatchTest(Lab lab, DynamoDbClient client, LabTable table) {
        this.lab = lab;
        this.memory = DynamoSessionMemory.on(client, table.name(), clock, Pause.NONE);
        this.backstage = DynamoSessionMemory.on(table.backstage(), table.name(), clock, Pause.NONE);
        this.start = backstage
                .create(NewSession.of("s-42").lasting(Duration.ofHours(2)))
                .positionOrThrow();
    }

    @Test
    @Costs(requests = 1, writeUnits = 4, readUnits = 0)
    void two_small_turns_are_stored_as_one_for_two_units_each() {
        Append stored = memory.append(start, List.of(HELLO, ANSWER));

        assertThat(stored).isInstanceOf(Append.Appended.class);
        assertThat(backstage.append(stored.positionOrThrow(), THANKS)).isInstanceOf(Append.Appended.class);
        assertThat(texts()).containsExactly("Is volume 3 out?", "Since Friday.", "Thanks!");
    }

    @Test
    void a_batch_sent_again_is_already_there_within_ten_minutes_and_after() {
        Position end = memory.append(start, List.of(HELLO, ANSWER)).positionOrThrow();

        for (Duration later : List.of(Duration.ofSeconds(30), Duration.ofMinutes(30))) {
            clock.advance(later);
            Append again = memory.append(start, List.of(HELLO, ANSWER));

            assertThat(again).isInstanceOf(Append.AlreadyThere.class);
            assertThat(again.positionOrThrow()).isEqualTo(end);
        }
        assertThat(texts()).hasSize(2);
    }

    @Test
    void a_stored_beginning_is_completed() {
        memory.append(start, HELLO);

        Append stored = memory.append(start, List.of(HELLO, ANSWER, THANKS));

        assertThat(stored).isInstanceOf(Append.Appended.class);
        assertThat(texts()).containsExactly("Is volume 3 out?", "Since Friday.", "Thanks!");
        assertThat(memory.append(start, List.of(HELLO, ANSWER, THANKS)).positionOrThrow())
                .isEqualTo(stored.positionOrThrow());
    }

    @Test
    void a_stored_beginning_after_which_others_spoke_is_told_apart() {
        Position first = memory.append(start, HELLO).positionOrThrow();
        Position tail = backstage.append(first, OTHER).positionOrThrow();

        Append answer = memory.append(start, List.of(HELLO, ANSWER));

        assertThat(answer).isInstanceOfSatisfying(Append.Partly.class, partly -> {
            assertThat(partly.stored()).isEqualTo(1);
            assertThat(partly.tail()).isEqualTo(tail);
        });
        assertThat(texts()).containsExactly("Is volume 3 out?", "From another tab");
    }

    @Test
    void turns_that_were_stored_one_by_one_among_others_are_all_there() {
        Position first = memory.append(start, HELLO).positionOrThrow();
        Position theirs = backstage.append(first, OTHER).positionOrThrow();
        Position mine = memory.append(theirs, ANSWER).positionOrThrow();

        assertThat(memory.append(start, List.of(HELLO, ANSWER)).positionOrThrow())
                .isEqualTo(mine);
    }

    @Test
    void where_others_were_first_nothing_is_stored_and_the_tail_is_named() {
        Position theirs = backstage.append(start, OTHER).positionOrThrow();

        Append conflict = memory.append(start, List.of(HELLO, ANSWER));

        assertThat(conflict).isInstanceOfSatisfying(Append.Conflict.class, named -> {
            assertThat(named.occupant()).isEqualTo(TurnId.of("t-9"));
            assertThat(named.tail()).isEqualTo(theirs);
        });
        assertThat(texts()).containsExactly("From another tab");
        assertThat(memory.append(theirs, List.of(HELLO, ANSWER))).isInstanceOf(Append.Appended.class);
        assertThat(memory.append(start, List.of(HELLO, ANSWER))).isInstanceOf(Append.AlreadyThere.class);
    }

    @Test
    void an_id_with_another_payload_or_in_another_order_is_a_mismatch() {
        memory.append(start, List.of(HELLO, ANSWER));

        assertThat(memory.append(start, List.of(HELLO, Turn.assistant("t-2", "Never."))))
                .isInstanceOf(Append.Mismatch.class);
        assertThat(memory.append(start, List.of(ANSWER, HELLO))).isInstanceOf(Append.Mismatch.class);
        assertThat(texts()).hasSize(2);
    }

    @Test
    void a_restart_closes_the_log_to_batches() {
        memory.append(start, HELLO);
        memory.restart(SESSION);

        assertThat(memory.append(start, List.of(ANSWER, THANKS)))
                .isInstanceOfSatisfying(
                        Append.Closed.class,
                        closed -> assertThat(closed.reason()).isEqualTo(Append.Reason.RESTARTED));
    }

    @Test
    void ninety_nine_turns_are_the_most() {
        assertThat(memory.append(start, turns(99))).isInstanceOf(Append.Appended.class);
        assertThat(texts()).hasSize(99);
    }

    @Test
    void bad_batches_are_refused_before_any_request() {
        List<Turn> withNull = new ArrayList<>(List.of(HELLO));
        withNull.add(null);
        int before = lab.meter().mark();

        assertThatThrownBy(() -> memory.append(start, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 99 turns, got 0");
        assertThatThrownBy(() -> memory.append(start, turns(100))).hasMessageContaining("got 100");
        assertThatThrownBy(() -> memory.append(start, List.of(HELLO, Turn.user("t-1", "again"))))
                .hasMessageContaining("Two turns of the batch have the id t-1");
        assertThatThrownBy(() -> memory.append(start, withNull)).isInstanceOf(NullPointerException.class);
        assertThat(lab.meter().linesSince(before)).isEmpty();
    }

    private static List<Turn> turns(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> Turn.user("t-" + i, "turn " + i))
                .toList();
    }

    private List<String> texts() {
        return backstage.load(SESSION, Window.latest(100)).contextOrThrow().turns().stream()
                .map(StoredTurn::turn)
                .map(Turn::text)
                .toList();
    }
}
