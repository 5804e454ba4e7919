package dojo.session.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Lab;
import dojo.lab.bill.RequestLine;
import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.session.Append;
import dojo.session.Bill;
import dojo.session.Loaded;
import dojo.session.NewSession;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.Scope;
import dojo.session.SessionId;
import dojo.session.Turn;
import dojo.session.Window;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** When a turn is worth a note on META, and what a chat pays for being found again. */
@WithSessionTable
class NoteActivityTest {
    private static final SessionId SESSION = SessionId.of("s-42");
    private static final NewSession SLIDING =
            NewSession.of("s-42").lasting(Duration.ofDays(2)).idleFor(Duration.ofHours(1));
    private static final Turn HELLO = Turn.user("t-1", "Is volume 3 out?");
    private static final Turn ANSWER = Turn.assistant("t-2", "Since Friday.");
    private static final Duration STEP = Duration.ofMinutes(15);

    private final Hands clock = new Hands();
    private final LabTable table;
    private final DynamoSessionMemory memory;
    private final DynamoSessionMemory backstage;

    NoteActivityTest(DynamoDbClient client, LabTable table) {
        this.table = table;
        this.memory = DynamoSessionMemory.on(client, table.name(), clock, Pause.NONE);
        this.backstage = DynamoSessionMemory.on(table.backstage(), table.name(), clock, Pause.NONE);
    }

    @Test
    @Costs(requests = 1, writeUnits = 1)
    void within_a_step_an_append_is_one_request_and_one_write_unit() {
        Position start = backstage.create(SLIDING.ownedBy("c-7")).positionOrThrow();
        clock.advance(STEP.minusSeconds(1));

        assertThat(memory.append(start, HELLO).bill()).isEqualTo(new Bill(1, 0, 1, false));
    }

    @Test
    @Costs(requests = 3, writeUnits = 3)
    void the_first_turn_of_a_step_extends_a_guests_session_and_the_next_ones_know() {
        Position start = backstage.create(SLIDING).positionOrThrow();
        clock.advance(STEP);

        Position first = memory.append(start, HELLO).positionOrThrow();
        memory.append(first, ANSWER);

        assertThat(expiresAt()).isEqualTo(Hands.NOON.plus(STEP.multipliedBy(2)).plus(Duration.ofHours(1)));
    }

    @Test
    @Costs(requests = 2, writeUnits = 4)
    void a_customers_session_moves_in_the_index_too() {
        Position start = backstage.create(SLIDING.ownedBy("c-7")).positionOrThrow();
        clock.advance(STEP.plusMinutes(4));

        Append stored = memory.append(start, HELLO);

        assertThat(stored.bill()).isEqualTo(new Bill(2, 0, 4, false));
        assertThat(meta())
                .containsEntry("GSI1SK", Items.number(Hands.NOON.plus(STEP).getEpochSecond()));
    }

    @Test
    @Costs(requests = 4, writeUnits = 4)
    void a_guests_session_of_a_fixed_lifetime_is_never_noted() {
        Position at =
                memory.create(NewSession.of("s-42").lasting(Duration.ofDays(2))).positionOrThrow();
        for (int i = 1; i <= 3; i++) {
            clock.advance(Duration.ofHours(10));
            at = memory.append(at, Turn.user("t-" + i, "still here")).positionOrThrow();
        }

        assertThat(meta()).doesNotContainKey("GSI1SK");
    }

    @Test
    void a_conversation_goes_on_as_long_as_no_silence_reaches_the_limit() {
        Position at = backstage.create(SLIDING).positionOrThrow();
        for (int i = 1; i <= 40; i++) {
            clock.advance(Duration.ofMinutes(59));
            at = backstage.append(at, Turn.user("t-" + i, "still here")).positionOrThrow();
        }

        clock.advance(Duration.ofHours(1).plus(STEP));
        assertThat(load()).isInstanceOf(Loaded.Absent.class);
    }

    @Test
    void even_if_the_silence_begins_late_in_a_step() {
        Position start = backstage.create(SLIDING).positionOrThrow();
        clock.advance(STEP.minusSeconds(1));
        Position first = backstage.append(start, HELLO).positionOrThrow();
        clock.advance(Duration.ofHours(1).minusSeconds(1));

        assertThat(backstage.append(first, ANSWER)).isInstanceOf(Append.Appended.class);
    }

    @Test
    void a_short_silence_is_noted_in_steps_of_a_quarter() {
        NewSession brief = NewSession.of("s-42").idleFor(Duration.ofMinutes(2));
        Position at = backstage.create(brief).positionOrThrow();
        for (int i = 1; i <= 20; i++) {
            clock.advance(Duration.ofSeconds(119));
            at = backstage.append(at, Turn.user("t-" + i, "still here")).positionOrThrow();
        }

        clock.advance(Duration.ofSeconds(150));
        assertThat(load()).isInstanceOf(Loaded.Absent.class);
    }

    @Test
    void nothing_outlives_the_hard_end() {
        Position at = backstage.create(SLIDING).positionOrThrow();
        for (int i = 1; i <= 47; i++) {
            clock.advance(Duration.ofHours(1));
            at = backstage.append(at, Turn.user("t-" + i, "still here")).positionOrThrow();
        }

        assertThat(expiresAt()).isEqualTo(Hands.NOON.plus(Duration.ofDays(2)));
    }

    @Test
    void time_to_live_does_not_move_with_activity() {
        Position start = backstage.create(SLIDING.ownedBy("c-7")).positionOrThrow();
        AttributeValue before = meta().get("ttl");
        clock.advance(STEP);
        backstage.append(start, HELLO);

        assertThat(meta()).containsEntry("ttl", before);
    }

    @Test
    void a_batch_and_a_turn_without_a_position_are_activity_too() {
        Position start = backstage.create(SLIDING).positionOrThrow();
        clock.advance(STEP);
        backstage.append(start, List.of(HELLO, ANSWER));
        assertThat(expiresAt()).isEqualTo(Hands.NOON.plus(STEP.multipliedBy(2)).plus(Duration.ofHours(1)));

        clock.advance(STEP);
        backstage.append(SESSION, Turn.user("t-3", "And volume 4?"), Scope.tail(5));
        assertThat(expiresAt()).isEqualTo(Hands.NOON.plus(STEP.multipliedBy(3)).plus(Duration.ofHours(1)));

        clock.advance(STEP);
        backstage.append(SESSION, Turn.user("t-4", "And 5?"), Scope.marker(Duration.ofHours(1)));
        assertThat(expiresAt()).isEqualTo(Hands.NOON.plus(STEP.multipliedBy(4)).plus(Duration.ofHours(1)));
    }

    @Test
    void who_learns_that_another_process_noted_the_step_does_not_try_again() {
        Position start = backstage.create(SLIDING).positionOrThrow();
        clock.advance(STEP);
        Position theirs = backstage.append(start, HELLO).positionOrThrow();
        Position stale = Token.of(theirs).with(Token.of(start).life());

        Append mine = memory.append(stale, ANSWER);

        assertThat(mine.bill()).isEqualTo(new Bill(2, 0, 2, true));
        assertThat(Token.of(mine.positionOrThrow()).life())
                .isEqualTo(Token.of(theirs).life());
    }

    @Test
    void a_note_that_fails_leaves_the_turn_stored_and_the_next_append_tries_again() {
        LostAnswers law = LostAnswers.to(UpdateItemRequest.class);
        try (Troubled troubled = Troubled.by(law)) {
            Position start = troubled.memory.create(SLIDING).positionOrThrow();
            troubled.clock.advance(STEP);
            law.lose(LostAnswers.ALL_ATTEMPTS);

            Append stored = troubled.memory.append(start, HELLO);

            assertThat(stored).isInstanceOf(Append.Appended.class);
            assertThat(Token.of(stored.positionOrThrow()).life())
                    .isEqualTo(Token.of(start).life());
            Append next = troubled.memory.append(stored.positionOrThrow(), ANSWER);
            assertThat(Token.of(next.positionOrThrow()).life().expires())
                    .isEqualTo(Hands.NOON
                            .plus(STEP.multipliedBy(2))
                            .plus(Duration.ofHours(1))
                            .getEpochSecond());
        }
    }

    @Test
    void a_note_that_comes_too_late_does_not_bring_an_expired_session_back() {
        Position start = backstage.create(SLIDING).positionOrThrow();
        NoteActivity notes = new NoteActivity(table.name(), STEP);
        var runner = dojo.session.work.Runner.over(
                table.backstage(), dojo.session.work.Runner.Settings.of(clock, Pause.NONE));
        clock.advance(Duration.ofHours(2));

        runner.run("note", notes.after(Token.of(start)));

        assertThat(load()).isInstanceOf(Loaded.Absent.class);
    }

    @Test
    void a_chat_at_a_normal_pace_pays_about_a_third_of_a_write_unit_a_turn_to_be_found_again(Lab lab) {
        Position at = backstage.create(SLIDING.ownedBy("c-7")).positionOrThrow();
        int mark = lab.meter().mark();
        int turns = 120;
        for (int i = 1; i <= turns; i++) {
            clock.advance(Duration.ofSeconds(90));
            at = memory.append(at, Turn.user("t-" + i, "Is volume " + i + " out?"))
                    .positionOrThrow();
        }

        double notes = lab.meter().linesSince(mark).stream()
                .filter(line -> line.operation().equals("UpdateItem"))
                .mapToDouble(RequestLine::writeUnits)
                .sum();
        assertThat(notes / turns).isBetween(0.25, 0.35);
        assertThat(lab.meter().billSince(mark).writeUnits()).isEqualTo(turns + notes);
    }

    @Test
    void a_step_and_a_retention_must_make_sense() {
        assertThatThrownBy(() -> Upkeep.usual().step(Duration.ZERO)).hasMessageContaining("got PT0S");
        assertThatThrownBy(() -> Upkeep.usual().step(Duration.ofDays(2))).hasMessageContaining("got PT48H");
        assertThatThrownBy(() -> Upkeep.usual().retention(Duration.ofMinutes(59)))
                .hasMessageContaining("got PT59M")
                .hasMessageContaining("late retry");
        assertThatThrownBy(() -> Upkeep.usual().retention(Duration.ofDays(4_000)))
                .hasMessageContaining("got PT96000H");
    }

    private Loaded load() {
        return backstage.load(SESSION, Window.latest(1));
    }

    private java.time.Instant expiresAt() {
        return load().contextOrThrow().expiresAt();
    }

    private Map<String, AttributeValue> meta() {
        return table.items("SESSION#s-42").stream()
                .filter(item -> Items.text(item, "SK").equals("META"))
                .findFirst()
                .orElseThrow();
    }
}
