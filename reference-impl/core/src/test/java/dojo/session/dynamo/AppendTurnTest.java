package dojo.session.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.item.ItemSize;
import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.session.Append;
import dojo.session.Bill;
import dojo.session.NewSession;
import dojo.session.PatientAppend;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.SessionId;
import dojo.session.Turn;
import dojo.session.TurnId;
import dojo.session.Window;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@WithSessionTable
class AppendTurnTest {
    private static final SessionId SESSION = SessionId.of("s-42");
    /** The size of a number is documented as "approximately": prices are asserted this far from the edge. */
    private static final int NUMBERS_MAY_TAKE = 10;

    private static final Turn HELLO = Turn.user("t-1", "Is volume 3 out?");
    private static final Turn ANSWER = Turn.assistant("t-2", "Since Friday.");
    private static final Turn OTHER = Turn.user("t-9", "From another tab");

    private final Hands clock = new Hands();
    private final LabTable table;
    private final DynamoSessionMemory memory;
    private final DynamoSessionMemory backstage;
    private final Position start;

    AppendTurnTest(DynamoDbClient client, LabTable table) {
        this.table = table;
        this.memory = DynamoSessionMemory.on(client, table.name(), clock, Pause.NONE);
        this.backstage = DynamoSessionMemory.on(table.backstage(), table.name(), clock, Pause.NONE);
        this.start = backstage
                .create(NewSession.of("s-42").lasting(Duration.ofHours(2)))
                .positionOrThrow();
    }

    @Test
    @Costs(writeUnits = 1, readUnits = 0, requests = 1)
    void a_turn_of_one_kilobyte_costs_one_write_unit_and_one_request() {
        Append appended = memory.append(start, turnOfItemSize(1_024 - NUMBERS_MAY_TAKE));

        assertThat(appended.bill()).isEqualTo(new Bill(1, 0, 1, false));
        assertThat(ItemSize.bytes(stored().get(0))).isBetween(1_000L, 1_024L);
    }

    @Test
    @Costs(writeUnits = 2, requests = 1)
    void a_little_more_than_a_kilobyte_costs_one_more() {
        assertThat(memory.append(start, turnOfItemSize(1_024 + NUMBERS_MAY_TAKE))
                        .bill()
                        .writeUnits())
                .isEqualTo(2);
    }

    @Test
    void turns_follow_each_other_and_a_token_travels_as_text() {
        Position first = memory.append(start, HELLO).positionOrThrow();
        Position carried = memory.position(first.token());

        assertThat(carried).isEqualTo(first);
        assertThat(memory.append(carried, ANSWER)).isInstanceOf(Append.Appended.class);
        assertThat(texts()).containsExactly("Is volume 3 out?", "Since Friday.");
    }

    @Test
    void a_retry_is_already_there_at_the_same_position() {
        Append first = memory.append(start, HELLO);
        clock.advance(Duration.ofMinutes(30));

        Append again = memory.append(start, HELLO);

        assertThat(again).isEqualTo(new Append.AlreadyThere(first.positionOrThrow(), new Bill(1, 0, 1, true)));
        assertThat(stored()).hasSize(1);
    }

    @Test
    void two_equal_texts_under_two_ids_are_two_turns() {
        Position first = memory.append(start, Turn.user("t-1", "hi")).positionOrThrow();
        memory.append(first, Turn.user("t-2", "hi"));

        assertThat(texts()).containsExactly("hi", "hi");
    }

    @Test
    void the_same_id_with_another_payload_is_a_mismatch_whatever_part_differs() {
        Position first = memory.append(start, HELLO).positionOrThrow();

        assertThat(List.of(
                        Turn.user("t-1", "Is volume 4 out?"),
                        Turn.assistant("t-1", "Is volume 3 out?"),
                        HELLO.with("language", "en")))
                .allSatisfy(different -> assertThat(memory.append(start, different))
                        .isEqualTo(new Append.Mismatch(first, new Bill(1, 0, 1, true))));
        assertThat(texts()).containsExactly("Is volume 3 out?");
    }

    @Test
    void another_count_of_tokens_is_the_same_turn() {
        memory.append(start, HELLO.withTokens(5));

        assertThat(memory.append(start, HELLO.withTokens(6))).isInstanceOf(Append.AlreadyThere.class);
    }

    @Test
    @Costs(writeUnits = 1, readUnits = 1, requests = 2)
    void a_conflict_names_who_took_the_place_and_where_the_log_ends() {
        Position theirs = backstage.append(start, OTHER).positionOrThrow();
        Position tail = backstage.append(theirs, ANSWER).positionOrThrow();

        Append conflict = memory.append(start, HELLO);

        assertThat(conflict).isEqualTo(new Append.Conflict(TurnId.of("t-9"), tail, new Bill(2, 1, 1, true)));
        assertThat(stored()).hasSize(2);
    }

    @Test
    void a_turn_delivered_again_after_it_followed_the_tail_is_found_there() {
        backstage.append(start, OTHER);
        Append.Conflict conflict = (Append.Conflict) memory.append(start, HELLO);
        Position mine = memory.append(conflict.tail(), HELLO).positionOrThrow();
        backstage.append(mine, ANSWER);

        Append redelivered = memory.append(start, HELLO);

        assertThat(redelivered).isInstanceOf(Append.AlreadyThere.class);
        assertThat(redelivered.positionOrThrow()).isEqualTo(mine);
        assertThat(stored()).hasSize(3);
    }

    @Test
    void the_search_for_an_earlier_attempt_reads_every_page() {
        Position at = start;
        for (int i = 1; i <= 7; i++) {
            Turn large = Turn.user("large-" + i, "x".repeat(300_000));
            at = backstage.append(at, large).positionOrThrow();
        }
        Position mine = backstage.append(at, HELLO).positionOrThrow();

        Append redelivered = memory.append(start, HELLO);

        assertThat(redelivered.positionOrThrow()).isEqualTo(mine);
        assertThat(redelivered.bill().requests()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void a_mismatch_is_found_further_on_too() {
        Position theirs = backstage.append(start, OTHER).positionOrThrow();
        Position mine = backstage.append(theirs, HELLO).positionOrThrow();

        Append changed = memory.append(start, Turn.user("t-1", "changed my mind"));

        assertThat(changed).isInstanceOf(Append.Mismatch.class);
        assertThat(((Append.Mismatch) changed).position()).isEqualTo(mine);
    }

    @Test
    @Costs(requests = 0)
    void after_the_end_of_the_session_nothing_is_even_asked() {
        clock.advance(Duration.ofHours(2));

        assertThat(memory.append(start, HELLO)).isEqualTo(new Append.Closed(Append.Reason.EXPIRED, Bill.ZERO));
    }

    @Test
    void a_retry_into_a_session_that_was_reclaimed_touches_nothing() {
        memory.append(start, HELLO);
        clock.advance(Duration.ofHours(3));
        Position anew = memory.create(NewSession.of("s-42")).positionOrThrow();
        memory.append(anew, OTHER);

        assertThat(memory.append(start, HELLO)).isInstanceOf(Append.Closed.class);
        assertThat(texts()).containsExactly("From another tab");
    }

    @Test
    void a_writer_whose_clock_is_slow_cannot_write_into_the_session_that_took_over() {
        clock.advance(Duration.ofHours(2));
        Position anew = memory.create(NewSession.of("s-42")).positionOrThrow();
        clock.back(Duration.ofSeconds(5));

        memory.append(start, HELLO);

        assertThat(texts()).isEmpty();
        assertThat(memory.append(anew, OTHER)).isInstanceOf(Append.Appended.class);
    }

    @Test
    void two_consumers_of_one_message_store_it_once() {
        backstage.append(start, OTHER);
        PatientAppend patient = PatientAppend.to(memory, 5, Pause.NONE);

        List<Position> positions = IntStream.range(0, 12)
                .parallel()
                .mapToObj(consumer -> patient.append(start, HELLO).positionOrThrow())
                .distinct()
                .toList();

        assertThat(positions).hasSize(1);
        assertThat(stored()).hasSize(2);
    }

    @Test
    void everything_of_a_turn_comes_back() {
        Turn full = Turn.of("t-1", dojo.session.Role.TOOL, "価格は 12 €")
                .withTokens(11)
                .with("tool", "price")
                .with("empty", "");
        memory.append(start, full);

        var back = backstage.load(SESSION, Window.latest(1)).contextOrThrow().turns();

        assertThat(back).singleElement().satisfies(stored -> {
            assertThat(stored.turn()).isEqualTo(full);
            assertThat(stored.number()).isEqualTo(1);
            assertThat(stored.at()).isEqualTo(Hands.NOON);
        });
    }

    @Test
    void time_to_live_is_a_number_of_seconds_after_the_end_of_the_session() {
        memory.append(start, HELLO);

        assertThat(Items.whole(stored().get(0), "ttl"))
                .isEqualTo(Hands.NOON.plus(Duration.ofHours(3)).getEpochSecond());
    }

    @Test
    @Costs(requests = 0)
    void what_cannot_be_right_is_refused_before_any_request() {
        assertThatThrownBy(() -> memory.append(start, Turn.user("t-1", "é".repeat(5_000_001))))
                .hasMessageContaining("10000002 bytes")
                .hasMessageContaining("split the text");
        assertThatThrownBy(() -> HELLO.withTokens(-1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> memory.append(new Foreign(), HELLO)).hasMessageContaining("another memory");
        assertThatThrownBy(() -> memory.position(start.token().substring(3))).hasMessageContaining("cut or changed");
        assertThatThrownBy(() -> memory.position(start.token().replace('a', 'b').replace('T', 'U')))
                .hasMessageContaining("cut or changed");
    }

    private record Foreign() implements Position {
        @Override
        public SessionId session() {
            return SESSION;
        }

        @Override
        public String token() {
            return "elsewhere";
        }
    }

    private Turn turnOfItemSize(int bytes) {
        Turn empty = Turn.user("t-1", "").withTokens(1);
        Map<String, AttributeValue> item = Items.item(Token.of(start).at(1), empty, Hands.NOON);
        return Turn.user("t-1", "x".repeat((int) (bytes - ItemSize.bytes(item))))
                .withTokens(1);
    }

    private List<Map<String, AttributeValue>> stored() {
        return table.items("SESSION#s-42").stream()
                .filter(item -> Items.text(item, "SK").startsWith("TURN#"))
                .toList();
    }

    private List<String> texts() {
        return backstage.load(SESSION, Window.latest(50)).contextOrThrow().turns().stream()
                .map(stored -> stored.turn().text())
                .toList();
    }
}
