package dojo.session.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.session.Append;
import dojo.session.NewSession;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a position knows about the end of its session, and what it has to ask. */
@WithSessionTable
class SlidingSessionTest {
    private static final Turn HELLO = Turn.user("t-1", "Is volume 3 out?");

    private final Hands clock = new Hands();
    private final LabTable table;
    private final DynamoSessionMemory memory;
    private final Position start;

    SlidingSessionTest(DynamoDbClient client, LabTable table) {
        this.table = table;
        this.memory = DynamoSessionMemory.on(client, table.name(), clock, Pause.NONE);
        this.start = DynamoSessionMemory.on(table.backstage(), table.name(), clock, Pause.NONE)
                .create(NewSession.of("s-42").lasting(Duration.ofDays(2)).idleFor(Duration.ofHours(1)))
                .positionOrThrow();
    }

    @Test
    @Costs(requests = 1, readUnits = 1)
    void a_session_that_fell_silent_is_closed_after_one_look_at_its_head() {
        clock.advance(Duration.ofMinutes(75));

        assertThat(memory.append(start, HELLO))
                .isInstanceOfSatisfying(
                        Append.Closed.class,
                        closed -> assertThat(closed.reason()).isEqualTo(Append.Reason.EXPIRED));
    }

    @Test
    @Costs(requests = 0)
    void after_its_very_end_nothing_needs_to_be_asked() {
        clock.advance(Duration.ofDays(2));

        assertThat(memory.append(start, HELLO)).isInstanceOf(Append.Closed.class);
    }

    @Test
    void an_old_position_is_good_as_long_as_somebody_extended_the_session() {
        extendTo(Duration.ofHours(3));
        clock.advance(Duration.ofHours(2));

        Append stored = memory.append(start, HELLO);

        assertThat(stored).isInstanceOf(Append.Appended.class);
        assertThat(memory.append(start, HELLO)).isInstanceOf(Append.AlreadyThere.class);
    }

    @Test
    void turns_are_kept_for_the_hard_end_whatever_the_silence() {
        memory.append(start, HELLO);

        long ends = Hands.NOON.plus(Duration.ofDays(2)).getEpochSecond();
        assertThat(table.items("SESSION#s-42"))
                .allSatisfy(item -> assertThat(Items.whole(item, "ttl")).isGreaterThan(ends));
    }

    @Test
    void a_silence_must_fit_into_the_lifetime() {
        NewSession day = NewSession.of("s-1").lasting(Duration.ofDays(1));

        assertThatThrownBy(() -> day.idleFor(Duration.ofDays(2)))
                .hasMessageContaining("between 1 second and its lifetime of PT24H, got PT48H");
        assertThatThrownBy(() -> day.idleFor(Duration.ZERO)).hasMessageContaining("got PT0S");
    }

    private void extendTo(Duration afterNoon) {
        Map<String, AttributeValue> meta = table.items("SESSION#s-42").stream()
                .filter(item -> Items.text(item, "SK").equals("META"))
                .findFirst()
                .orElseThrow();
        table.putAll(List.of(with(meta, Hands.NOON.plus(afterNoon).getEpochSecond())));
    }

    private static Map<String, AttributeValue> with(Map<String, AttributeValue> meta, long expires) {
        Map<String, AttributeValue> extended = new java.util.HashMap<>(meta);
        extended.put("expires_at", AttributeValue.fromN(Long.toString(expires)));
        return extended;
    }
}
