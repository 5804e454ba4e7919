package dojo.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.screen.Tone;
import dojo.workbench.shell.Colours.Stretch;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColoursTest {

    @Test
    void a_command_that_exists_looks_like_a_key_and_one_that_does_not_like_a_mistake() {
        assertThat(Colours.stretches("/table", 6)).containsExactly(new Stretch(Tone.KEY, 0, 6));
        assertThat(Colours.stretches("/ta", 3)).containsExactly(new Stretch(Tone.KEY, 0, 3));
        assertThat(Colours.stretches("/tabel x", 8)).containsExactly(new Stretch(Tone.BAD, 0, 6));
    }

    @Test
    void the_bracket_before_the_cursor_and_its_partner_stand_out() {
        assertThat(Colours.stretches("(1)", 3))
                .containsExactly(
                        new Stretch(Tone.KEY, 0, 1), new Stretch(Tone.NOTE, 1, 2), new Stretch(Tone.KEY, 2, 3));
        assertThat(Colours.stretches("(1)", 2)).containsExactly(new Stretch(Tone.NOTE, 1, 2));
        assertThat(Colours.stretches("1)", 2))
                .isEqualTo(List.of(new Stretch(Tone.NOTE, 0, 1), new Stretch(Tone.BAD, 1, 2)));
    }
}
