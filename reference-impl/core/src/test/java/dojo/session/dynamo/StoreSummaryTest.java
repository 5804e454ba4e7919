package dojo.session.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.session.Bill;
import dojo.session.Context;
import dojo.session.NewSession;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.Restarted;
import dojo.session.SessionId;
import dojo.session.Stored;
import dojo.session.StoredTurn;
import dojo.session.Summary;
import dojo.session.Turn;
import dojo.session.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

@WithSessionTable
class StoreSummaryTest {
    private static final SessionId SESSION = SessionId.of("s-42");
    private static final Duration LIFETIME = Duration.ofDays(1);

    private final LabTable table;
    private final Hands clock = new Hands();
    private final DynamoSessionMemory memory;
    private final DynamoSessionMemory backstage;
    private final Position tail;

    StoreSummaryTest(DynamoDbClient client, LabTable table) {
        this.table = table;
        this.memory = DynamoSessionMemory.on(client, table.name(), clock, Pause.NONE);
        this.backstage = DynamoSessionMemory.on(table.backstage(), table.name(), clock, Pause.NONE);
        this.tail = talk(backstage, NewSession.of("s-42").lasting(LIFETIME), 12);
    }

    private static Position talk(DynamoSessionMemory memory, NewSession wish, int turns) {
        Position at = memory.create(wish).positionOrThrow();
        for (int i = 1; i <= turns; i++) {
            at = memory.append(at, Turn.user("m-" + i, "turn " + i)).positionOrThrow();
        }
        return at;
    }

    private Summary summary(long from, long to) {
        return summary(from, to, "d" + from + "-" + to);
    }

    private Summary summary(long from, long to, String inputs) {
        return summary(from, to, inputs, tail);
    }

    private static Summary summary(long from, long to, String inputs, Position log) {
        return new Summary(from, to, "They spoke.", Instant.ofEpochMilli(1_000))
                .of(new Summary.Origin(log, inputs, "model-1", "prompt-1"));
    }

    private Context context() {
        return backstage.load(SESSION, Window.latest(20)).contextOrThrow();
    }

    @Test
    @Costs(readUnits = 3, writeUnits = 4, requests = 4)
    void a_summary_becomes_the_latest_and_says_where_it_comes_from() {
        Stored stored = memory.store(SESSION, summary(1, 10));

        assertThat(stored).isEqualTo(new Stored.Kept(new Bill(4, 3, 4, false)));
        Summary loaded = context().summary().orElseThrow();
        assertThat(loaded.repeats(summary(1, 10))).isTrue();
        assertThat(loaded.text()).isEqualTo("They spoke.");
        assertThat(loaded.at()).isEqualTo(Instant.ofEpochMilli(1_000));
        assertThat(context().turns()).hasSize(12);
        assertThat(context().turnsAfterSummary()).extracting(StoredTurn::number).containsExactly(11L, 12L);
    }

    @Test
    void a_position_of_a_loaded_summary_will_do_for_the_next() {
        memory.store(SESSION, summary(1, 4));
        Position log =
                context().summary().flatMap(Summary::origin).orElseThrow().log();

        assertThat(memory.store(SESSION, summary(5, 9, "next", log))).isInstanceOf(Stored.Kept.class);
        assertThat(table.items("SESSION#s-42")).hasSize(1 + 12 + 2);
    }

    @Test
    @Costs(readUnits = 2 * 3 + 1, writeUnits = 4, requests = 4 + 4)
    void a_redelivery_finds_what_is_stored_even_in_other_words() {
        memory.store(SESSION, summary(1, 10));
        Summary again = new Summary(1, 10, "Other words.", Instant.EPOCH)
                .of(summary(1, 10).origin().orElseThrow());

        assertThat(memory.store(SESSION, again))
                .isInstanceOfSatisfying(
                        Stored.AlreadyThere.class,
                        answer -> assertThat(answer.summary().text()).isEqualTo("They spoke."));
        assertThat(context().summary()).map(Summary::text).contains("They spoke.");
    }

    @Test
    void the_redelivery_of_an_earlier_one_is_recognised_as_well() {
        memory.store(SESSION, summary(1, 4));
        memory.store(SESSION, summary(5, 8));

        assertThat(memory.store(SESSION, summary(1, 4))).isInstanceOf(Stored.AlreadyThere.class);
        assertThat(context().summary()).map(Summary::to).contains(8L);
    }

    @Test
    void other_content_under_the_same_key_is_told_apart() {
        memory.store(SESSION, summary(1, 10));
        Summary.Origin origin = summary(1, 10).origin().orElseThrow();
        List<Summary> others = List.of(
                summary(1, 10, "other-inputs"),
                summary(2, 10),
                summary(1, 10).of(new Summary.Origin(tail, origin.inputs(), "model-2", origin.prompt())),
                summary(1, 10).of(new Summary.Origin(tail, origin.inputs(), origin.model(), "prompt-2")));

        assertThat(others)
                .allSatisfy(other -> assertThat(memory.store(SESSION, other)).isInstanceOf(Stored.Mismatch.class));
    }

    @Test
    void an_overlap_and_a_gap_are_told_apart() {
        memory.store(SESSION, summary(1, 6));

        assertThat(memory.store(SESSION, summary(6, 9)))
                .isInstanceOfSatisfying(
                        Stored.Overlap.class,
                        overlap -> assertThat(overlap.latest().to()).isEqualTo(6));
        assertThat(memory.store(SESSION, summary(1, 3))).isInstanceOf(Stored.Overlap.class);
        assertThat(memory.store(SESSION, summary(8, 10)))
                .isInstanceOfSatisfying(
                        Stored.Gap.class, gap -> assertThat(gap.from()).isEqualTo(7));
        assertThat(table.items("SESSION#s-42")).hasSize(1 + 12 + 1);
    }

    @Test
    void turns_that_were_not_said_cannot_be_summarised() {
        assertThat(memory.store(SESSION, summary(1, 13))).isInstanceOf(Stored.NoSuchTurn.class);
        assertThat(memory.store(SESSION, summary(2, 12)))
                .isInstanceOfSatisfying(
                        Stored.Gap.class, gap -> assertThat(gap.from()).isEqualTo(1));
    }

    @Test
    void a_summary_of_a_conversation_begun_anew_is_refused_although_its_turns_exist_again() {
        Restarted.Fresh fresh = (Restarted.Fresh) backstage.restart(SESSION);
        Position at = fresh.position();
        for (int i = 1; i <= 12; i++) {
            at = backstage.append(at, Turn.user("m-" + i, "turn " + i)).positionOrThrow();
        }

        assertThat(memory.store(SESSION, summary(1, 10))).isInstanceOf(Stored.Restarted.class);
        assertThat(memory.store(SESSION, summary(1, 10, "anew", at))).isInstanceOf(Stored.Kept.class);
    }

    @Test
    void the_seal_of_an_old_log_is_no_turn() {
        backstage.restart(SESSION);

        assertThat(memory.store(SESSION, summary(1, 13))).isInstanceOf(Stored.Restarted.class);
    }

    @Test
    void a_session_that_is_over_or_was_erased_gets_no_summary() {
        clock.advance(LIFETIME.plusSeconds(1));
        assertThat(memory.store(SESSION, summary(1, 10))).isInstanceOf(Stored.Absent.class);

        table.items("SESSION#s-42")
                .forEach(item -> table.backstage()
                        .deleteItem(delete -> delete.tableName(table.name())
                                .key(Map.of("PK", item.get("PK"), "SK", item.get("SK")))));
        assertThat(memory.store(SESSION, summary(1, 10))).isInstanceOf(Stored.Absent.class);
        assertThat(table.items("SESSION#s-42")).isEmpty();
    }

    @Test
    void a_summary_that_comes_after_the_erasure_revives_nothing() {
        memory.store(SESSION, summary(1, 6));
        Summary late = summary(7, 10);
        backstage.erase(SESSION);

        assertThat(memory.store(SESSION, late)).isInstanceOf(Stored.Absent.class);
        assertThat(memory.store(SESSION, summary(1, 6))).isInstanceOf(Stored.Absent.class);
        assertThat(table.items("SESSION#s-42").toString()).doesNotContain("They spoke.");
    }

    @Test
    void of_many_summaries_of_one_beginning_one_is_stored_however_they_end() {
        List<Stored> answers = IntStream.rangeClosed(1, 12)
                .parallel()
                .mapToObj(to -> memory.store(SESSION, summary(1, to)))
                .toList();

        assertThat(answers.stream().filter(Stored.Kept.class::isInstance)).hasSize(1);
        assertThat(answers.stream().filter(Stored.Overlap.class::isInstance)).hasSize(11);
        assertThat(table.items("SESSION#s-42")).hasSize(1 + 12 + 1);
    }

    @Test
    void a_session_that_is_erased_at_the_last_moment_is_not_revived() {
        Troubled[] here = new Troubled[1];
        try (Troubled troubled = Troubled.by((call, next) -> {
            if (call.request() instanceof TransactWriteItemsRequest) {
                here[0].backstage()
                        .deleteItem(delete -> delete.tableName(here[0].table()).key(Keys.meta(SESSION)));
            }
            return next.answer(call);
        })) {
            here[0] = troubled;
            Position at = talk(troubled.memory, NewSession.of("s-42"), 3);

            assertThat(troubled.memory.store(SESSION, summary(1, 2, "late", at)))
                    .isInstanceOf(Stored.Absent.class);
        }
    }

    @Test
    void the_lost_answer_to_a_store_is_no_second_summary() {
        LostAnswers law = LostAnswers.to(TransactWriteItemsRequest.class);
        try (Troubled troubled = Troubled.by(law)) {
            Position at = talk(troubled.memory, NewSession.of("s-42"), 3);
            law.lose(1);

            assertThat(troubled.memory.store(SESSION, summary(1, 2, "once", at)))
                    .isInstanceOfAny(Stored.Kept.class, Stored.AlreadyThere.class);
            assertThat(troubled.memory.store(SESSION, summary(1, 2, "once", at)))
                    .isInstanceOf(Stored.AlreadyThere.class);
        }
    }

    @Test
    void a_summary_stored_before_origins_were_kept_is_read_and_followed() {
        Meta meta = Items.meta(SESSION, table.items("SESSION#s-42").get(0));
        table.put(Items.item(meta, new Summary(1, 5, "Of old.", Hands.NOON)));

        assertThat(context().summary()).hasValueSatisfying(old -> {
            assertThat(old.text()).isEqualTo("Of old.");
            assertThat(old.origin()).isEmpty();
        });
        assertThat(memory.store(SESSION, summary(1, 5))).isInstanceOf(Stored.Mismatch.class);
        assertThat(memory.store(SESSION, summary(6, 10))).isInstanceOf(Stored.Kept.class);
    }

    @Test
    void a_summary_lives_as_long_as_the_turns_it_tells_of() {
        memory.store(SESSION, summary(1, 10));

        List<AttributeValue> lives = new ArrayList<>();
        table.items("SESSION#s-42").stream()
                .filter(item -> !item.containsValue(Keys.string("META")))
                .forEach(item -> lives.add(item.get("ttl")));
        assertThat(lives).hasSize(13).containsOnly(lives.get(0));
    }

    @Test
    @Costs(requests = 0)
    void what_cannot_be_stored_is_refused_before_any_request() {
        Summary nameless = new Summary(1, 2, "They spoke.", Instant.EPOCH);
        Summary huge = new Summary(1, 2, "x".repeat(400_001), Instant.EPOCH)
                .of(summary(1, 2).origin().orElseThrow());

        assertThatThrownBy(() -> memory.store(SESSION, nameless))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("origin");
        assertThatThrownBy(() -> memory.store(SessionId.of("s-1"), summary(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("s-42");
        assertThatThrownBy(() -> memory.store(SESSION, huge))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("400001");
    }
}
