package dojo.session.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.session.Append;
import dojo.session.Bill;
import dojo.session.Context;
import dojo.session.Loaded;
import dojo.session.NewSession;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.SessionId;
import dojo.session.StoredTurn;
import dojo.session.Summary;
import dojo.session.Turn;
import dojo.session.Window;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@WithSessionTable
class LoadContextTest {
    private static final SessionId SESSION = SessionId.of("s-42");

    private final Hands clock = new Hands();
    private final LabTable table;
    private final DynamoSessionMemory memory;
    private final DynamoSessionMemory backstage;
    private final Token start;

    LoadContextTest(DynamoDbClient client, LabTable table) {
        this.table = table;
        this.memory = DynamoSessionMemory.on(client, table.name(), clock, Pause.NONE);
        this.backstage = DynamoSessionMemory.on(table.backstage(), table.name(), clock, Pause.NONE);
        this.start = Token.of(backstage
                .create(NewSession.of("s-42").ownedBy("c-7").lasting(Duration.ofHours(2)))
                .positionOrThrow());
    }

    @Test
    void the_latest_turns_come_oldest_first_with_everything_around_them() {
        Position tail = turns(1, 30);
        summary(1, 12, "They talked about volume 3.");
        summary(1, 25, "They ordered volume 3.");

        Context context = memory.load(SESSION, Window.latest(4)).contextOrThrow();

        assertThat(context.turns()).extracting(StoredTurn::number).containsExactly(27L, 28L, 29L, 30L);
        assertThat(context.turns()).extracting(stored -> stored.turn().text()).startsWith("turn 27");
        assertThat(context.summary()).map(Summary::text).contains("They ordered volume 3.");
        assertThat(context.customer()).hasToString("Optional[c-7]");
        assertThat(context.createdAt()).isEqualTo(Hands.NOON);
        assertThat(context.expiresAt()).isEqualTo(Hands.NOON.plus(Duration.ofHours(2)));
        assertThat(context.tail()).isEqualTo(tail);
        assertThat(context.cut()).isTrue();
    }

    @Test
    void head_and_summary_survive_however_many_turns_follow() {
        summary(1, 3, "The beginning.");
        turns(1, 3);
        for (int length : List.of(13, 14, 15, 40)) {
            turns(numberOfTurns() + 1, length);
            Context context = memory.load(SESSION, Window.latest(10)).contextOrThrow();
            assertThat(context.summary()).isPresent();
            assertThat(context.customer()).isPresent();
            assertThat(context.turns()).hasSize(10);
        }
    }

    @Test
    @Costs(readUnits = 3, requests = 3)
    void a_strong_load_of_a_short_window_costs_three_read_units() {
        turns(1, 10);

        assertThat(memory.load(SESSION, Window.latest(10)).bill().readUnits()).isEqualTo(3);
    }

    @Test
    @Costs(readUnits = 1.5, requests = 3)
    void an_eventually_consistent_load_costs_half() {
        turns(1, 10);

        assertThat(memory.load(SESSION, Window.latest(10).eventually()).bill()).isEqualTo(new Bill(3, 1.5, 0, false));
    }

    @Test
    void a_new_session_is_empty_and_says_where_to_append() {
        Context context = memory.load(SESSION, Window.latest(5)).contextOrThrow();

        assertThat(context.turns()).isEmpty();
        assertThat(context.cut()).isFalse();
        assertThat(context.tail()).isEqualTo(start);
        assertThat(memory.append(context.tail(), Turn.user("t-1", "hello"))).isInstanceOf(Append.Appended.class);
    }

    @Test
    @Costs(requests = 3, readUnits = 3)
    void an_unknown_session_is_absent_and_costs_what_asking_three_questions_at_once_costs() {
        Loaded loaded = memory.load(SessionId.of("s-99"), Window.latest(5));

        assertThat(loaded).isInstanceOf(Loaded.Absent.class);
        assertThatThrownBy(loaded::contextOrThrow).hasMessageContaining("create it first");
    }

    @Test
    void an_expired_session_is_absent_at_once_though_its_items_are_there() {
        turns(1, 2);
        clock.advance(Duration.ofHours(2));

        assertThat(memory.load(SESSION, Window.latest(5))).isInstanceOf(Loaded.Absent.class);
        assertThat(table.items("SESSION#s-42")).hasSize(3);
    }

    @Test
    void a_token_budget_takes_whole_turns_from_the_end_while_they_fit() {
        Position at = start;
        for (int tokens : List.of(50, 30, 20, 10)) {
            at = append(at, Turn.user("t-" + tokens, "x").withTokens(tokens));
        }

        assertThat(numbers(Window.latest(10).within(60))).containsExactly(2L, 3L, 4L);
        assertThat(numbers(Window.latest(10).within(59))).containsExactly(3L, 4L);
        assertThat(numbers(Window.latest(2).within(1_000))).containsExactly(3L, 4L);
    }

    @Test
    void a_budget_smaller_than_the_newest_turn_loads_none_and_still_knows_the_tail() {
        Position tail = append(start, Turn.user("t-1", "long").withTokens(100));

        Context context = memory.load(SESSION, Window.latest(10).within(99)).contextOrThrow();

        assertThat(context.turns()).isEmpty();
        assertThat(context.tail()).isEqualTo(tail);
        assertThat(context.cut()).isTrue();
    }

    @Test
    void a_budget_over_many_small_turns_reads_page_after_page() {
        turns(1, 70);

        assertThat(numbers(Window.latest(60).within(10_000))).hasSize(60).startsWith(11L);
    }

    @Test
    void a_window_of_more_than_a_megabyte_is_read_to_its_end() {
        Position at = start;
        for (int i = 1; i <= 8; i++) {
            at = append(at, Turn.user("t-" + i, "x".repeat(250_000)));
        }

        assertThat(numbers(Window.latest(7))).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L);
    }

    @Test
    void turns_and_summaries_of_an_earlier_epoch_are_not_met() {
        turns(1, 5);
        summary(1, 5, "Of the old conversation.");
        clock.advance(Duration.ofHours(2));
        backstage.create(NewSession.of("s-42"));

        Context context = memory.load(SESSION, Window.latest(10)).contextOrThrow();

        assertThat(context.turns()).isEmpty();
        assertThat(context.summary()).isEmpty();
        assertThat(context.customer()).isEmpty();
    }

    @Test
    void an_item_of_a_later_version_is_refused_by_name() {
        turns(1, 1);
        Map<String, AttributeValue> later =
                new HashMap<>(table.items("SESSION#s-42").get(1));
        later.put("v", Items.number(7));
        table.put(later);

        assertThatThrownBy(() -> memory.load(SESSION, Window.latest(1)))
                .hasMessageContaining("version 7")
                .hasMessageContaining("TURN#");
    }

    @Test
    void a_log_that_somebody_took_a_turn_out_of_is_reported_and_not_passed_off_as_whole() {
        turns(1, 5);
        // META comes first in the order of sort keys.
        Map<String, AttributeValue> third = table.items("SESSION#s-42").get(3);
        table.backstage()
                .deleteItem(delete ->
                        delete.tableName(table.name()).key(Map.of("PK", third.get("PK"), "SK", third.get("SK"))));

        assertThatThrownBy(() -> memory.load(SESSION, Window.latest(5)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("s-42 lacks a turn");
        assertThatThrownBy(() -> memory.load(SESSION, Window.latest(5).eventually()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    @Costs(requests = 0)
    void windows_that_make_no_sense_are_refused_before_any_request() {
        assertThatThrownBy(() -> Window.latest(0)).hasMessageContaining("got 0");
        assertThatThrownBy(() -> Window.latest(-1)).hasMessageContaining("got -1");
        assertThatThrownBy(() -> Window.latest(10_001)).hasMessageContaining("10001");
        assertThatThrownBy(() -> Window.latest(5).within(0)).hasMessageContaining("at least 1");
    }

    private List<Long> numbers(Window window) {
        return memory.load(SESSION, window).contextOrThrow().turns().stream()
                .map(StoredTurn::number)
                .toList();
    }

    private Position append(Position at, Turn turn) {
        return backstage.append(at, turn).positionOrThrow();
    }

    private Position turns(int from, int to) {
        Position at = start.at(from - 1);
        for (int i : IntStream.rangeClosed(from, to).toArray()) {
            at = append(at, Turn.user("t-" + i, "turn " + i));
        }
        return at;
    }

    private int numberOfTurns() {
        return numbers(Window.latest(1)).get(0).intValue();
    }

    private void summary(long from, long to, String text) {
        Meta meta = Items.meta(SESSION, table.items("SESSION#s-42").get(0));
        table.put(Items.item(meta, new Summary(from, to, text, Hands.NOON)));
    }
}
