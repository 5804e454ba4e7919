package dojo.session.dynamo;

import static dojo.session.dynamo.TwoRegions.EUROPE;
import static dojo.session.dynamo.TwoRegions.HOME;
import static dojo.session.dynamo.TwoRegions.SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.session.Append;
import dojo.session.NewSession;
import dojo.session.Position;
import dojo.session.Scope;
import dojo.session.Stored;
import dojo.session.Summary;
import dojo.session.Turn;
import dojo.session.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes on across the cut that a move leaves in the log. */
class MovedSessionTest {
    private final TwoRegions regions = TwoRegions.open();
    private final DynamoSessionMemory home = regions.memory(HOME);
    private final DynamoSessionMemory europe = regions.memory(EUROPE);
    private final Position start =
            home.create(NewSession.of("s-42").lasting(Duration.ofDays(1))).positionOrThrow();

    @AfterEach
    void close() {
        regions.close();
    }

    private void move() {
        regions.homes(HOME).move(SESSION, EUROPE);
        regions.catchUp();
    }

    private static Turn turn(String id) {
        return Turn.user(id, "text of " + id);
    }

    private static Summary summary(long from, long to, Position log) {
        return new Summary(from, to, "They spoke.", Instant.EPOCH)
                .of(new Summary.Origin(log, "d" + from + "-" + to, "model-1", "prompt-1"));
    }

    @Test
    void a_session_that_moved_before_its_first_turn_can_be_loaded() {
        move();

        assertThat(regions.ids(EUROPE)).isEmpty();
        regions.say(
                EUROPE, europe.load(SESSION, Window.latest(5)).contextOrThrow().tail(), "t-1");
        assertThat(regions.ids(EUROPE)).containsExactly("t-1");
    }

    @Test
    void a_retry_without_a_position_finds_its_turn_before_the_cut() {
        regions.say(HOME, regions.say(HOME, start, "t-1"), "t-2");
        move();

        assertThat(europe.append(SESSION, turn("t-1"), Scope.tail(5)))
                .isInstanceOfSatisfying(
                        Append.AlreadyThere.class,
                        there -> assertThat(((Token) there.position()).position())
                                .isEqualTo(1));
        assertThat(europe.append(SESSION, turn("t-3"), Scope.tail(5))).isInstanceOf(Append.Appended.class);
        assertThat(europe.append(SESSION, turn("t-2"), Scope.tail(5))).isInstanceOf(Append.AlreadyThere.class);
        assertThat(regions.ids(EUROPE)).containsExactly("t-1", "t-2", "t-3");
    }

    @Test
    void a_retry_without_a_position_waits_for_what_may_hold_its_turn() {
        regions.say(HOME, regions.say(HOME, start, "t-1"), "t-2");
        move();
        regions.lose(EUROPE, "TURN", "t-2");

        assertThat(europe.append(SESSION, turn("t-2"), Scope.tail(5)))
                .isInstanceOfSatisfying(
                        Append.Arriving.class,
                        arriving -> assertThat(arriving.lacking()).isEqualTo(2));
    }

    @Test
    void a_turn_that_stands_twice_before_the_cut_counts_where_it_stands_first() {
        Position first = regions.say(HOME, start, "t-1");
        regions.say(HOME, first, "t-2");
        // Its writer forgot that it was stored, and shows a later position.
        home.append(home.load(SESSION, Window.latest(1)).contextOrThrow().tail(), turn("t-1"));
        move();

        assertThat(europe.append(start, turn("t-1")))
                .isInstanceOfSatisfying(
                        Append.AlreadyThere.class,
                        there -> assertThat(((Token) there.position()).position())
                                .isEqualTo(1));
    }

    @Test
    void summaries_follow_one_another_across_the_cut() {
        Position second = regions.say(HOME, regions.say(HOME, start, "t-1"), "t-2");
        home.store(SESSION, summary(1, 1, second));
        move();
        Position tail = europe.load(SESSION, Window.latest(5)).contextOrThrow().tail();
        Position third = regions.say(EUROPE, tail, "t-3");

        assertThat(europe.store(SESSION, summary(1, 1, second))).isInstanceOf(Stored.AlreadyThere.class);
        assertThat(europe.store(SESSION, summary(1, 3, third))).isInstanceOf(Stored.Overlap.class);
        assertThat(europe.store(SESSION, summary(3, 3, third))).isInstanceOf(Stored.Gap.class);
        assertThat(europe.store(SESSION, summary(2, 2, second))).isInstanceOf(Stored.Kept.class);
        assertThat(europe.store(SESSION, summary(3, 3, third))).isInstanceOf(Stored.Kept.class);
        assertThat(europe.store(SESSION, summary(2, 2, third))).isInstanceOf(Stored.AlreadyThere.class);
        assertThat(europe.load(SESSION, Window.latest(5)).contextOrThrow().summary())
                .map(Summary::to)
                .contains(3L);
    }

    @Test
    void lists_and_summaries_are_written_at_home_only() {
        Position first = regions.say(HOME, start, "t-1");
        regions.catchUp();

        assertThat(europe.store(SESSION, summary(1, 1, first))).isInstanceOf(Stored.Elsewhere.class);
        assertThatThrownBy(() -> europe.replace(SESSION, List.of(turn("t-1"))))
                .hasMessageContaining("is written in us-east-1, this memory runs in eu-west-1");
        assertThat(home.store(SESSION, summary(1, 1, first))).isInstanceOf(Stored.Kept.class);
    }
}
