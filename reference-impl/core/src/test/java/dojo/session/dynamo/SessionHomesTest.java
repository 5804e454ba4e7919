package dojo.session.dynamo;

import static dojo.session.dynamo.TwoRegions.EUROPE;
import static dojo.session.dynamo.TwoRegions.HOME;
import static dojo.session.dynamo.TwoRegions.SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.session.Append;
import dojo.session.ForwardingSessionMemory;
import dojo.session.Moved;
import dojo.session.NewSession;
import dojo.session.Position;
import dojo.session.Reconciled;
import dojo.session.Scope;
import dojo.session.SessionId;
import dojo.session.StoredTurn;
import dojo.session.Turn;
import dojo.session.Window;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionHomesTest {
    private final TwoRegions regions = TwoRegions.open();
    private final DynamoSessionMemory home = regions.memory(HOME);
    private final DynamoSessionMemory europe = regions.memory(EUROPE);
    private final Position start =
            home.create(NewSession.of("s-42").lasting(Duration.ofDays(1))).positionOrThrow();

    @AfterEach
    void close() {
        regions.close();
    }

    @Test
    void without_a_home_two_regions_lose_a_turn_without_an_error() {
        regions.catchUp();

        Append here = regions.unaware(HOME).append(start, Turn.user("t-1", "said in America"));
        Append there = regions.unaware(EUROPE).append(start, Turn.user("t-2", "said in Europe"));
        regions.catchUp();

        assertThat(here).isInstanceOf(Append.Appended.class);
        assertThat(there).isInstanceOf(Append.Appended.class);
        assertThat(regions.ids(HOME)).hasSize(1).isEqualTo(regions.ids(EUROPE));
    }

    @Test
    void a_session_is_written_at_home_and_elsewhere_the_home_is_named_before_any_write() {
        regions.catchUp();

        Append answer = europe.append(start, Turn.user("t-1", "hello"));

        assertThat(answer).isInstanceOfSatisfying(Append.Elsewhere.class, elsewhere -> {
            assertThat(elsewhere.home()).isEqualTo(HOME);
            assertThat(elsewhere.bill().writeUnits()).isZero();
        });
        assertThat(europe.append(SESSION, Turn.user("t-1", "hello"), Scope.tail(5)))
                .isInstanceOf(Append.Elsewhere.class);
        assertThat(europe.append(SESSION, Turn.user("t-1", "hello"), Scope.marker(Duration.ofHours(1))))
                .isInstanceOf(Append.Elsewhere.class);
        assertThatThrownBy(() -> europe.restart(SESSION))
                .hasMessageContaining("is written in us-east-1, this memory runs in eu-west-1");
    }

    @Test
    void an_append_can_be_forwarded_and_both_regions_are_on_its_bill() {
        regions.catchUp();
        ForwardingSessionMemory everywhere = ForwardingSessionMemory.to(europe, Map.of(HOME, home, EUROPE, europe));

        Append stored = everywhere.append(start, Turn.user("t-1", "hello"));

        assertThat(stored).isInstanceOf(Append.Appended.class);
        assertThat(stored.bill().requests()).isEqualTo(2);
        assertThat(regions.ids(HOME)).containsExactly("t-1");
    }

    @Test
    void after_a_hand_over_the_conversation_goes_on_in_the_other_region_without_a_gap() {
        Position second = regions.say(HOME, regions.say(HOME, start, "t-1"), "t-2");

        Moved moved = regions.homes(HOME).move(SESSION, EUROPE);
        regions.catchUp();
        Position tail = europe.load(SESSION, Window.latest(5)).contextOrThrow().tail();
        regions.say(EUROPE, regions.say(EUROPE, tail, "t-3"), "t-4");
        regions.catchUp();

        assertThat(moved)
                .isInstanceOfSatisfying(
                        Moved.To.class, to -> assertThat(to.upTo()).isEqualTo(2));
        assertThat(regions.ids(EUROPE)).containsExactly("t-1", "t-2", "t-3", "t-4");
        assertThat(regions.ids(HOME)).containsExactly("t-1", "t-2", "t-3", "t-4");
        assertThat(europe.load(SESSION, Window.latest(3)).contextOrThrow().turns())
                .extracting(StoredTurn::number)
                .containsExactly(2L, 3L, 4L);
        assertThat(europe.read(SESSION, 0, 3).turnsOrThrow())
                .extracting(StoredTurn::number)
                .containsExactly(1L, 2L, 3L);
        assertThat(europe.read(SESSION, 3, 3).turnsOrThrow())
                .extracting(StoredTurn::number)
                .containsExactly(4L);
        assertThat(home.append(second, Turn.user("t-9", "late"))).isInstanceOf(Append.Elsewhere.class);
    }

    @Test
    void a_turn_whose_answer_was_lost_before_the_move_is_recognised_after_it() {
        Position first = regions.say(HOME, start, "t-1");
        regions.say(HOME, first, "t-2");
        regions.homes(HOME).move(SESSION, EUROPE);
        regions.catchUp();

        assertThat(europe.append(first, Turn.user("t-2", "text of t-2"))).isInstanceOf(Append.AlreadyThere.class);
        assertThat(europe.append(first, List.of(Turn.user("t-2", "text of t-2"), Turn.user("t-3", "text of t-3"))))
                .isInstanceOf(Append.Appended.class);
        assertThat(regions.ids(EUROPE)).containsExactly("t-1", "t-2", "t-3");
    }

    @Test
    void an_old_position_of_the_end_of_the_log_goes_on_where_the_log_goes_on() {
        Position first = regions.say(HOME, start, "t-1");
        regions.homes(HOME).move(SESSION, EUROPE);
        regions.catchUp();

        assertThat(europe.append(first, Turn.user("t-2", "text of t-2"))).isInstanceOf(Append.Appended.class);
        assertThat(europe.append(start, Turn.user("t-9", "text of t-9")))
                .isInstanceOfSatisfying(
                        Append.Conflict.class,
                        conflict -> assertThat(conflict.occupant().value()).isEqualTo("t-1"));
        assertThat(regions.ids(EUROPE)).containsExactly("t-1", "t-2");
    }

    @Test
    void until_the_head_arrives_the_old_home_is_named() {
        Position first = regions.say(HOME, start, "t-1");
        regions.catchUp();
        regions.homes(HOME).move(SESSION, EUROPE);

        assertThat(europe.append(first, Turn.user("t-2", "text of t-2")))
                .isInstanceOfSatisfying(
                        Append.Elsewhere.class,
                        elsewhere -> assertThat(elsewhere.home()).isEqualTo(HOME));
    }

    @Test
    void when_the_head_arrives_before_a_turn_the_region_says_which_turn_it_lacks() {
        Position first = regions.say(HOME, start, "t-1");
        regions.say(HOME, first, "t-2");
        regions.homes(HOME).move(SESSION, EUROPE);
        regions.catchUp();
        regions.lose(EUROPE, "TURN#", "t-2");

        assertThat(europe.append(first, Turn.user("t-3", "text of t-3")))
                .isInstanceOfSatisfying(
                        Append.Arriving.class,
                        arriving -> assertThat(arriving.lacking()).isEqualTo(2));
        assertThatThrownBy(() -> europe.load(SESSION, Window.latest(5)))
                .hasMessageContaining("its turns are still arriving");
        assertThatThrownBy(() -> europe.read(SESSION, 0, 5)).hasMessageContaining("lacks the turn in place 2");
    }

    @Test
    void a_move_can_be_repeated_and_only_the_home_can_make_it() {
        regions.say(HOME, start, "t-1");
        regions.catchUp();

        assertThat(regions.homes(EUROPE).move(SESSION, EUROPE.replace('1', '2')))
                .isInstanceOf(Moved.Elsewhere.class);
        assertThat(regions.homes(HOME).move(SESSION, EUROPE)).isInstanceOf(Moved.To.class);
        assertThat(regions.homes(HOME).move(SESSION, EUROPE)).isInstanceOf(Moved.AlreadyThere.class);
        assertThat(regions.homes(HOME).move(SessionId.of("nobody"), EUROPE)).isInstanceOf(Moved.Absent.class);
    }

    @Test
    void a_session_moves_there_and_back_and_keeps_its_whole_log() {
        regions.say(HOME, start, "t-1");
        regions.homes(HOME).move(SESSION, EUROPE);
        regions.catchUp();
        regions.say(EUROPE, tail(EUROPE), "t-2");
        regions.homes(EUROPE).move(SESSION, HOME);
        regions.catchUp();
        regions.say(HOME, tail(HOME), "t-3");

        assertThat(regions.ids(HOME)).containsExactly("t-1", "t-2", "t-3");
        assertThat(home.append(start, Turn.user("t-2", "text of t-2"))).isInstanceOf(Append.AlreadyThere.class);
    }

    @Test
    void a_forced_take_over_reports_every_turn_the_lost_region_had_acknowledged_beyond_the_cut() {
        Position first = regions.say(HOME, start, "t-1");
        regions.catchUp();
        regions.lab.regions().isolate(HOME);
        Position lost = regions.say(HOME, first, "lost-1");

        Moved taken = regions.homes(EUROPE).takeOver(SESSION);
        regions.say(EUROPE, tail(EUROPE), "t-2");
        // A writer that has heard of nothing goes on at the old home.
        Position ignorant = regions.say(HOME, lost, "lost-2");
        regions.lab.regions().rejoin(HOME);
        regions.catchUp();

        assertThat(taken)
                .isInstanceOfSatisfying(
                        Moved.To.class, to -> assertThat(to.upTo()).isEqualTo(1));
        assertThat(regions.ids(EUROPE)).containsExactly("t-1", "t-2");
        Reconciled.Report report = (Reconciled.Report) regions.homes(EUROPE).reconcile(SESSION);
        assertThat(report.stranded())
                .extracting(stored -> stored.turn().id().value())
                .containsExactly("lost-1", "lost-2");
        regions.catchUp();
        assertThat(home.append(ignorant, Turn.user("lost-3", "too late"))).isInstanceOf(Append.Elsewhere.class);
        assertThat(((Reconciled.Report) regions.homes(EUROPE).reconcile(SESSION)).stranded())
                .hasSize(2);
        assertThat(regions.ids(HOME)).isEqualTo(regions.ids(EUROPE)).containsExactly("t-1", "t-2");
    }

    @Test
    void a_session_that_was_never_taken_over_has_nothing_to_reconcile() {
        assertThat(regions.homes(HOME).reconcile(SESSION)).isInstanceOf(Reconciled.Nothing.class);
        assertThat(regions.homes(HOME).takeOver(SESSION)).isInstanceOf(Moved.AlreadyThere.class);
    }

    @Test
    void names_that_are_no_regions_are_refused() {
        assertThatThrownBy(() -> MemorySettings.usual().region("Frankfurt")).hasMessageContaining("got \"Frankfurt\"");
        assertThatThrownBy(() -> regions.homes(HOME).move(SESSION, "")).hasMessageContaining("got \"\"");
        assertThatThrownBy(() -> SessionHomes.on(regions.lab.client(), "sessions", MemorySettings.usual()))
                .hasMessageContaining("MemorySettings.region");
    }

    private Position tail(String region) {
        return regions.memory(region)
                .load(SESSION, Window.latest(1))
                .contextOrThrow()
                .tail();
    }
}
