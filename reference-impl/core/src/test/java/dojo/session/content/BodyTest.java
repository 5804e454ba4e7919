package dojo.session.content;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.session.Turn;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BodyTest {
    private static final Turn TURN =
            Turn.user("t-1", "価格は 12 €").with("b", "second").with("a", "").with("ä", "first");

    @Test
    void text_and_attributes_come_back() {
        assertThat(Body.read(Body.of(TURN).bytes())).contains(new Body("価格は 12 €", TURN.attributes()));
    }

    @Test
    void equal_turns_have_equal_bytes_in_whatever_order_their_attributes_came() {
        Turn other =
                Turn.user("t-2", "価格は 12 €").with("ä", "first").with("a", "").with("b", "second");

        assertThat(Body.of(other).bytes()).isEqualTo(Body.of(TURN).bytes());
    }

    @Test
    void parts_cannot_run_together() {
        assertThat(new Body("ab", Map.of("c", "d")).bytes()).isNotEqualTo(new Body("a", Map.of("bc", "d")).bytes());
    }

    @Test
    void bytes_of_something_else_are_no_body() {
        byte[] whole = Body.of(TURN).bytes();

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            Body.read(cut).ifPresent(shorter -> assertThat(shorter.attributes()).hasSizeLessThan(3));
        }
        assertThat(Body.read(new byte[] {-1, -1, -1, -1})).isEmpty();
        assertThat(Body.read(new byte[] {0, 0, 0, 2, (byte) 0xc3, 0x28})).isEmpty();
    }

    @Test
    void its_words_say_how_much_and_never_what() {
        assertThat(Body.of(Turn.user("t-1", "secret")).toString())
                .doesNotContain("secret")
                .contains("6 characters");
    }
}
