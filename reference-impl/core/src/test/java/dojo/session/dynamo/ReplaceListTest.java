package dojo.session.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.session.Append;
import dojo.session.Loaded;
import dojo.session.NewSession;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.Replaced;
import dojo.session.SessionId;
import dojo.session.StoredTurn;
import dojo.session.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithSessionTable
class ReplaceListTest {
    private static final SessionId SESSION = SessionId.of("s-42");
    private static final List<String> FORTY =
            IntStream.rangeClosed(1, 40).mapToObj(i -> "message " + i).toList();

    private final Hands clock = new Hands();
    private final ListScene scene;
    private final ListScene backstage;
    private final Position start;

    ReplaceListTest(DynamoDbClient client, LabTable table) {
        this.scene = new ListScene(DynamoSessionMemory.on(client, table.name(), clock, Pause.NONE), SESSION);
        this.backstage =
                new ListScene(DynamoSessionMemory.on(table.backstage(), table.name(), clock, Pause.NONE), SESSION);
        this.start = backstage
                .memory()
                .create(NewSession.of("s-42").lasting(Duration.ofHours(2)))
                .positionOrThrow();
    }

    @Test
    @Costs(readUnits = 1, writeUnits = 2, requests = 3)
    void a_window_that_moves_on_costs_a_small_read_the_new_turn_and_a_small_item() {
        backstage.replace(FORTY);
        List<String> moved = new ArrayList<>(FORTY.subList(2, 40));
        moved.add("message 41");

        assertThat(scene.replace(moved)).isInstanceOfSatisfying(Replaced.Stored.class, stored -> {
            assertThat(stored.kept()).isEqualTo(38);
            assertThat(stored.added()).isEqualTo(1);
            assertThat(stored.bill()).hasToString("3 requests, 1.0 RU, 2.0 WU");
        });
        assertThat(backstage.current()).isEqualTo(moved);
    }

    @Test
    void the_log_keeps_what_the_list_has_lost() {
        scene.replace("a", "b", "c");
        scene.replace("c", "d");

        assertThat(scene.current()).containsExactly("c", "d");
        assertThat(scene.log()).containsExactly("a", "b", "c", "d");
    }

    @Test
    @Costs(readUnits = 2, writeUnits = 0, requests = 2)
    void the_same_list_again_writes_nothing() {
        backstage.replace("a", "b");

        assertThat(scene.replace("a", "b").bill()).hasToString("2 requests, 2.0 RU, 0.0 WU");
        assertThat(backstage.current()).containsExactly("a", "b");
    }

    @Test
    void any_other_list_reads_back_exactly_and_adds_only_what_is_new() {
        scene.replace("a", "b", "c");
        List<List<String>> lists = List.of(
                List.of("c", "b", "a"),
                List.of("b"),
                List.of(),
                List.of("b", "b", "b"),
                List.of("x", "b", "a", "y", "c"),
                List.of("c", "a"));
        for (List<String> list : lists) {
            scene.replace(list);
            assertThat(scene.current()).isEqualTo(list);
        }
        assertThat(scene.log()).startsWith("a", "b", "c");
    }

    @Test
    void a_list_in_too_many_pieces_is_stored_anew() {
        scene.replace(FORTY);
        List<String> backwards = new ArrayList<>(FORTY);
        Collections.reverse(backwards);

        assertThat(scene.replace(backwards))
                .isInstanceOfSatisfying(
                        Replaced.Stored.class,
                        stored -> assertThat(stored.added()).isEqualTo(40));
        assertThat(scene.current()).isEqualTo(backwards);
    }

    @Test
    void turns_that_others_append_follow_the_list_and_are_recognised_in_the_next_one() {
        scene.replace("a", "b");
        Position tail = scene.memory().current(SESSION).contextOrThrow().tail();
        assertThat(scene.memory().append(tail, Turn.user("t-9", "c"))).isInstanceOf(Append.Appended.class);

        assertThat(scene.current()).containsExactly("a", "b", "c");
        scene.replace("b", "c", "d");
        assertThat(scene.current()).containsExactly("b", "c", "d");
        assertThat(scene.log()).containsExactly("a", "b", "c", "d");
    }

    @Test
    void a_log_without_a_list_is_its_own_list() {
        Position at = scene.memory().append(start, Turn.user("t-1", "a")).positionOrThrow();
        scene.memory().append(at, Turn.assistant("t-2", "b"));

        assertThat(scene.current()).containsExactly("a", "b");
        scene.replace("b");
        assertThat(scene.current()).containsExactly("b");
    }

    @Test
    void a_list_shorter_than_what_others_have_appended_leaves_their_turns_out() {
        Position at = scene.memory().append(start, Turn.user("t-1", "a")).positionOrThrow();
        scene.replace("a");
        scene.memory().append(at, Turn.user("t-2", "b"));

        scene.replace("a");

        assertThat(scene.current()).containsExactly("a");
        assertThat(scene.log()).containsExactly("a", "b");
    }

    @Test
    void a_restart_empties_the_list_and_a_new_one_may_follow() {
        scene.replace("a", "b");
        scene.memory().restart(SESSION);
        assertThat(scene.current()).isEmpty();

        scene.replace("b", "c");
        assertThat(scene.current()).containsExactly("b", "c");
        assertThat(scene.log()).containsExactly("b", "c");
    }

    @Test
    void a_session_that_is_over_or_never_was_has_no_list() {
        scene.replace("a");
        clock.advance(Duration.ofHours(3));

        assertThat(scene.replace("b")).isInstanceOf(Replaced.Absent.class);
        assertThat(scene.memory().current(SESSION)).isInstanceOf(Loaded.Absent.class);
        assertThat(scene.memory().replace(SessionId.of("s-0"), List.of())).isInstanceOf(Replaced.Absent.class);
    }

    @Test
    void a_gap_in_the_log_is_skipped_by_a_second_question() {
        List<String> thirty = FORTY.subList(0, 30);
        scene.replace(thirty);
        List<String> ends = List.of("message 1", "message 29", "message 30", "new");
        scene.replace(ends);

        Loaded current = scene.memory().current(SESSION);
        assertThat(current.bill().requests()).isEqualTo(3);
        assertThat(current.contextOrThrow().turns())
                .extracting(StoredTurn::number)
                .containsExactly(1L, 29L, 30L, 31L);
    }

    @Test
    @Costs(requests = 0)
    void what_is_no_list_is_refused_before_any_request() {
        List<Turn> holed = new ArrayList<>(ListScene.turns(List.of("a")));
        holed.add(null);

        assertThatThrownBy(() -> scene.memory().replace(SESSION, holed)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> scene.replace("x".repeat(10_000_001)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10000001");
    }
}
