package dojo.session.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.expiry.ExpiryLaw;
import dojo.lab.expiry.ExpirySettings;
import dojo.session.Append;
import dojo.session.Created;
import dojo.session.NewSession;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.SessionId;
import dojo.session.Turn;
import dojo.session.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** DynamoDB deletes expired items late and in any order; a session that slides must not notice. */
class TimeToLiveOrderTest {
    private static final SessionId SESSION = SessionId.of("s-42");
    private static final NewSession SLIDING =
            NewSession.of("s-42").ownedBy("c-7").lasting(Duration.ofDays(2)).idleFor(Duration.ofHours(2));

    private final Lab lab = Lab.under(Laws.off().with(ExpirySettings.real()));
    private final String table = lab.newTableName();
    private final DynamoSessionMemory memory;

    TimeToLiveOrderTest() {
        SessionTable.create(lab.client(), table);
        lab.clock().pass(Duration.ofHours(2));
        this.memory = DynamoSessionMemory.on(lab.client(), table, lab.clock(), Pause.NONE);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void nothing_of_a_session_that_is_kept_alive_is_deleted() {
        chat(memory.create(SLIDING).positionOrThrow());

        assertThat(lab.law(ExpiryLaw.class).timeToLiveDeletedItemCount(table)).isZero();
        assertThat(memory.load(SESSION, Window.latest(50)).contextOrThrow().turns())
                .hasSize(30);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatever_is_deleted_first_no_turn_returns_and_no_retry_is_stored(long seed) {
        List<Position> positions = chat(memory.create(SLIDING).positionOrThrow());
        List<Map<String, AttributeValue>> keys = keys();
        Collections.shuffle(keys, new Random(seed));
        lab.clock().pass(Duration.ofDays(2));

        for (Map<String, AttributeValue> key : keys) {
            lab.law(ExpiryLaw.class).expireNow(table, key);
            for (int i = 0; i < positions.size(); i += 7) {
                assertThat(memory.append(positions.get(i), turn(i + 1))).isInstanceOf(Append.Closed.class);
            }
        }
        Created anew = memory.create(NewSession.of("s-42"));
        assertThat(anew.positionOrThrow()).isNotNull();
        assertThat(memory.load(SESSION, Window.latest(50)).contextOrThrow().turns())
                .isEmpty();
    }

    @Test
    void what_is_retained_stays_as_long_as_the_setting_says() {
        Upkeep month = Upkeep.usual().retention(Duration.ofDays(30));
        DynamoSessionMemory retaining = DynamoSessionMemory.on(
                lab.client(), table, MemorySettings.usual().clock(lab.clock()).upkeep(month));
        chat(retaining.create(SLIDING).positionOrThrow());
        lab.clock().pass(Duration.ofDays(30));

        assertThat(keys()).hasSize(32);

        lab.clock().pass(Duration.ofDays(14));
        assertThat(keys())
                .singleElement()
                .satisfies(left -> assertThat(Items.text(left, "PK")).isEqualTo("CUSTOMER#c-7"));
    }

    /** Thirty turns, one an hour; the positions are those before each turn. */
    private List<Position> chat(Position start) {
        List<Position> positions = new ArrayList<>(List.of(start));
        for (int i = 1; i <= 30; i++) {
            lab.clock().pass(Duration.ofHours(1));
            positions.add(memory.append(positions.get(i - 1), turn(i)).positionOrThrow());
        }
        positions.remove(30);
        return positions;
    }

    private static Turn turn(int number) {
        return Turn.user("t-" + number, "still here");
    }

    private List<Map<String, AttributeValue>> keys() {
        return new ArrayList<>(lab.backstage().scanPaginator(scan -> scan.tableName(table)).items().stream()
                .map(item -> Map.of("PK", item.get("PK"), "SK", item.get("SK")))
                .toList());
    }
}
