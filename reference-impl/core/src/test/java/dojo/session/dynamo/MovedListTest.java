package dojo.session.dynamo;

import static dojo.session.dynamo.TwoRegions.EUROPE;
import static dojo.session.dynamo.TwoRegions.HOME;
import static dojo.session.dynamo.TwoRegions.SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.session.Moved;
import dojo.session.NewSession;
import dojo.session.Replaced;
import dojo.session.Turn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A list whose session moves from one Region to another. */
class MovedListTest {
    private final TwoRegions regions = TwoRegions.open();
    private final ListScene home = new ListScene(regions.memory(HOME), SESSION);
    private final ListScene europe = new ListScene(regions.memory(EUROPE), SESSION);

    @AfterEach
    void close() {
        regions.close();
    }

    @Test
    void a_list_is_replaced_at_home_only() {
        home.memory().create(NewSession.of("s-42"));
        home.replace("a");
        regions.catchUp();

        assertThatThrownBy(() -> europe.replace("a", "b")).hasMessageContaining("is written in us-east-1");
        assertThat(europe.current()).containsExactly("a");
    }

    @Test
    void a_list_goes_on_where_its_session_goes() {
        home.memory().create(NewSession.of("s-42"));
        home.replace("a", "b", "c");
        home.memory().append(home.memory().current(SESSION).contextOrThrow().tail(), Turn.user("t-9", "appended"));
        move();

        assertThat(europe.current()).containsExactly("a", "b", "c", "appended");
        assertThat(europe.replace("c", "appended", "d"))
                .isInstanceOfSatisfying(
                        Replaced.Stored.class,
                        stored -> assertThat(stored.added()).isEqualTo(1));
        assertThat(europe.current()).containsExactly("c", "appended", "d");
        assertThat(europe.log()).containsExactly("a", "b", "c", "appended", "d");
    }

    @Test
    void a_log_that_never_had_a_list_is_one_after_it_has_moved() {
        var at = home.memory().create(NewSession.of("s-42")).positionOrThrow();
        regions.say(HOME, regions.say(HOME, at, "t-1"), "t-2");
        move();

        assertThat(europe.current()).containsExactly("text of t-1", "text of t-2");
        europe.replace("text of t-2", "new");
        assertThat(europe.current()).containsExactly("text of t-2", "new");
        assertThat(europe.log()).containsExactly("text of t-1", "text of t-2", "new");
    }

    private void move() {
        assertThat(regions.homes(HOME).move(SESSION, EUROPE)).isInstanceOf(Moved.To.class);
        regions.catchUp();
    }
}
