package dojo.workbench.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.exercise.State;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GlyphsTest {
    @Test
    void what_is_open_skipped_and_passed_differs_in_plain_text_too() {
        assertThat(Stream.of(State.values())
                        .map(state -> Glyphs.ascii(ProgressView.sign(state).text())))
                .doesNotHaveDuplicates()
                .allSatisfy(sign -> assertThat(sign).hasSize(1).isNotEqualTo("?"));
    }
}
