package dojo.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final Window WINDOW = Window.latest(20);

    /** Turns by the first letters of their roles: user, assistant, system, tool. */
    private static List<StoredTurn> turns(long first, String roles) {
        List<StoredTurn> turns = new ArrayList<>();
        for (int i = 0; i < roles.length(); i++) {
            long number = first + i;
            Role its = List.of(Role.values()).get("uast".indexOf(roles.charAt(i)));
            turns.add(new StoredTurn(number, Instant.EPOCH, Turn.of("t-" + number, its, "said")));
        }
        return turns;
    }

    private static String shown(Window window, long first, String roles) {
        StringBuilder shown = new StringBuilder();
        window.cut(turns(first, roles))
                .forEach(stored -> shown.append(
                        stored.turn().role().name().toLowerCase(Locale.ROOT).charAt(0)));
        return shown.toString();
    }

    @Test
    void the_beginning_of_a_conversation_is_shown_whatever_it_is() {
        assertThat(shown(WINDOW, 1, "taua")).isEqualTo("taua");
    }

    @Test
    void a_later_window_begins_with_what_a_user_or_the_system_says() {
        assertThat(shown(WINDOW, 7, "auau")).isEqualTo("uau");
        assertThat(shown(WINDOW, 7, "tatauta")).isEqualTo("uta");
        assertThat(shown(WINDOW, 7, "asua")).isEqualTo("sua");
        assertThat(shown(WINDOW, 7, "uatau")).isEqualTo("uatau");
    }

    @Test
    void inside_an_exchange_longer_than_the_window_no_result_stands_without_its_call() {
        assertThat(shown(WINDOW, 7, "ttatat")).isEqualTo("atat");
        assertThat(shown(WINDOW, 7, "ttt")).isEmpty();
        assertThat(shown(WINDOW, 7, "")).isEmpty();
    }

    @Test
    void whoever_looks_for_a_beginning_himself_gets_all_that_fits() {
        assertThat(shown(WINDOW.anywhere(), 7, "tatauta")).isEqualTo("tatauta");
        assertThat(shown(WINDOW.within(100).eventually().anywhere(), 7, "ta")).isEqualTo("ta");
        assertThat(shown(WINDOW.anywhere().within(100).eventually(), 7, "ta")).isEqualTo("ta");
    }

    @Test
    void senseless_windows_are_refused() {
        assertThatThrownBy(() -> Window.latest(0)).hasMessageContaining("1 to 10,000 turns, got 0");
        assertThatThrownBy(() -> Window.latest(-3)).hasMessageContaining("got -3");
        assertThatThrownBy(() -> WINDOW.within(0)).hasMessageContaining("at least 1, got 0");
    }
}
