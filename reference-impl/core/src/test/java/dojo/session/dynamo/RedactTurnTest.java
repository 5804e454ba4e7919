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
import dojo.session.Redacted;
import dojo.session.Scope;
import dojo.session.SessionId;
import dojo.session.Stored;
import dojo.session.Summary;
import dojo.session.Turn;
import dojo.session.Window;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

@WithSessionTable
class RedactTurnTest {
    private static final SessionId SESSION = SessionId.of("s-42");
    private static final Turn SECRET = Turn.user("t-2", "My card is 4242 4242").with("tool", "card 4242");

    private final Hands clock = new Hands();
    private final LabTable table;
    private final DynamoSessionMemory memory;
    private final DynamoSessionMemory backstage;
    private final Position start;
    private final Position first;
    private final Position third;

    RedactTurnTest(DynamoDbClient client, LabTable table) {
        this.table = table;
        this.memory = DynamoSessionMemory.on(client, table.name(), clock, Pause.NONE);
        this.backstage = DynamoSessionMemory.on(table.backstage(), table.name(), clock, Pause.NONE);
        this.start = backstage.create(NewSession.of("s-42").ownedBy("c-7")).positionOrThrow();
        this.first = backstage.append(start, Turn.user("t-1", "hello")).positionOrThrow();
        Position second = backstage.append(first, SECRET).positionOrThrow();
        this.third = backstage.append(second, Turn.assistant("t-3", "Thanks.")).positionOrThrow();
    }

    @Test
    @Costs(requests = 4, readUnits = 3, writeUnits = 1)
    void a_redacted_turn_shows_the_replacement_and_nothing_else_of_it_is_left() {
        Redacted answer = memory.redact(SESSION, 2, "[redacted]");

        assertThat(answer).isEqualTo(new Redacted.Done(List.of(), new Bill(4, 3, 1, false)));
        assertThat(texts()).containsExactly("hello", "[redacted]", "Thanks.");
        assertThat(table.items().toString()).doesNotContain("4242");
    }

    @Test
    void a_removed_turn_is_passed_over_and_its_number_is_not_used_again() {
        memory.remove(SESSION, 2);

        assertThat(texts()).containsExactly("hello", "Thanks.");
        assertThat(backstage.read(SESSION, 0, 1).turnsOrThrow()).hasSize(1);
        assertThat(backstage.read(SESSION, 1, 5).turnsOrThrow())
                .singleElement()
                .satisfies(turn -> assertThat(turn.number()).isEqualTo(3));
        assertThat(backstage.load(SESSION, Window.latest(2)).contextOrThrow().turns())
                .hasSize(2);
        assertThat(backstage.load(SESSION, Window.latest(1)).contextOrThrow().turnCount())
                .isEqualTo(3);
        assertThat(table.items().toString()).doesNotContain("4242");
    }

    @Test
    void the_last_turn_can_go_and_the_next_one_comes_after_its_place() {
        memory.remove(SESSION, 3);

        assertThat(backstage.load(SESSION, Window.latest(5)).contextOrThrow().tail())
                .isEqualTo(third);
        assertThat(backstage.append(third, Turn.user("t-4", "next"))).isInstanceOf(Append.Appended.class);
        assertThat(texts()).containsExactly("hello", "My card is 4242 4242", "next");
    }

    @Test
    void a_late_retry_of_it_stores_nothing_and_is_told_that_it_is_there() {
        memory.redact(SESSION, 2, "[redacted]");
        memory.remove(SESSION, 1);

        assertThat(memory.append(first, SECRET)).isInstanceOf(Append.AlreadyThere.class);
        assertThat(memory.append(first, List.of(SECRET, Turn.assistant("t-3", "Thanks."))))
                .isInstanceOf(Append.AlreadyThere.class);
        assertThat(memory.append(SESSION, SECRET, Scope.tail(5))).isInstanceOf(Append.AlreadyThere.class);
        assertThat(memory.append(start, Turn.user("t-1", "hello"))).isInstanceOf(Append.AlreadyThere.class);
        assertThat(memory.append(start, Turn.user("t-1", "other"))).isInstanceOf(Append.Mismatch.class);
        assertThat(texts()).containsExactly("[redacted]", "Thanks.");
    }

    @Test
    void who_was_behind_still_learns_who_took_the_place() {
        memory.remove(SESSION, 2);

        assertThat(memory.append(first, Turn.user("t-9", "me too")))
                .isInstanceOfSatisfying(Append.Conflict.class, conflict -> {
                    assertThat(conflict.occupant()).isEqualTo(SECRET.id());
                    assertThat(conflict.tail()).isEqualTo(third);
                });
    }

    @Test
    void summaries_that_may_quote_it_are_emptied_and_named_and_their_redelivery_revives_nothing() {
        Summary early = summary(1, 1, "Said hello.", "a");
        Summary telling = summary(2, 3, "The card is 4242.", "b");
        backstage.store(SESSION, early);
        backstage.store(SESSION, telling);

        Redacted answer = memory.redact(SESSION, 2, "[redacted]");

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Redacted.Done.class,
                        done -> assertThat(done.summaries()).containsExactly(new Redacted.Span(2, 3)));
        assertThat(backstage.load(SESSION, Window.latest(5)).contextOrThrow().summary())
                .map(Summary::text)
                .contains("Said hello.");
        assertThat(backstage.store(SESSION, telling)).isInstanceOf(Stored.AlreadyThere.class);
        assertThat(table.items().toString()).doesNotContain("4242").contains("Said hello.");
    }

    @Test
    void repeating_it_is_harmless() {
        memory.redact(SESSION, 2, "[redacted]");
        assertThat(memory.redact(SESSION, 2, "[redacted]")).isInstanceOf(Redacted.Done.class);
        memory.remove(SESSION, 2);
        assertThat(memory.remove(SESSION, 2)).isInstanceOf(Redacted.Done.class);
        assertThat(memory.redact(SESSION, 2, "[redacted]")).isInstanceOf(Redacted.NoSuchTurn.class);
        assertThat(texts()).containsExactly("hello", "Thanks.");
    }

    @Test
    void a_lost_answer_leaves_nothing_half_done_when_it_is_repeated() {
        LostAnswers law = LostAnswers.to(PutItemRequest.class);
        try (Troubled troubled = Troubled.by(law)) {
            Position at = troubled.memory.create(NewSession.of("s-42")).positionOrThrow();
            troubled.memory.append(at, SECRET);
            law.lose(1);

            assertThat(troubled.memory.remove(SESSION, 1)).isInstanceOf(Redacted.Done.class);
            assertThat(troubled.memory.append(at, SECRET)).isInstanceOf(Append.AlreadyThere.class);
        }
    }

    @Test
    void what_is_not_there_cannot_be_taken_back() {
        assertThat(memory.redact(SESSION, 4, "x")).isInstanceOf(Redacted.NoSuchTurn.class);
        assertThat(memory.remove(SessionId.of("s-99"), 1)).isInstanceOf(Redacted.Absent.class);
        backstage.restart(SESSION);
        assertThat(memory.remove(SESSION, 1)).isInstanceOf(Redacted.NoSuchTurn.class);
        clock.advance(Duration.ofDays(2));
        assertThat(memory.remove(SESSION, 1)).isInstanceOf(Redacted.Absent.class);
        assertThatThrownBy(() -> memory.remove(SESSION, 0)).hasMessageContaining("got 0");
        assertThatThrownBy(() -> memory.redact(SESSION, 1, "x".repeat(400_001))).hasMessageContaining("400001 bytes");
    }

    @Test
    void a_long_run_of_removed_turns_leaves_no_hole_in_a_window() {
        Position at = third;
        for (int i = 4; i <= 30; i++) {
            at = backstage.append(at, Turn.user("t-" + i, "n" + i)).positionOrThrow();
        }
        // A window begins where an exchange does, so the answer before n4 is left out again.
        IntStream.rangeClosed(5, 29).forEach(number -> backstage.remove(SESSION, number));

        assertThat(backstage.load(SESSION, Window.latest(3)).contextOrThrow().turns())
                .extracting(stored -> stored.turn().text())
                .containsExactly("n4", "n30");
    }

    private Summary summary(long from, long to, String text, String inputs) {
        return new Summary(from, to, text, Hands.NOON).of(new Summary.Origin(third, inputs, "model", "1"));
    }

    private List<String> texts() {
        return backstage.load(SESSION, Window.latest(50)).contextOrThrow().turns().stream()
                .map(stored -> stored.turn().text())
                .toList();
    }
}
