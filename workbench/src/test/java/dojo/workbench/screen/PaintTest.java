package dojo.workbench.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PaintTest {

    @Test
    void a_last_line_as_wide_as_the_window_is_whole() throws Exception {
        try (FakeTerminal terminal = new FakeTerminal(40, 6)) {
            Screen screen = Screen.on(terminal.terminal());

            screen.paint(List.of(Line.of("above"), Line.of("x".repeat(39) + "t")));

            assertThat(terminal.window().lines().toList().get(1)).endsWith("xt");
        }
    }

    @Test
    void nothing_is_left_of_what_was_painted_before() throws Exception {
        try (FakeTerminal terminal = new FakeTerminal(40, 6)) {
            Screen screen = Screen.on(terminal.terminal());
            screen.paint(List.of(Line.of("o".repeat(40)), Line.of("o".repeat(70)), Line.of("o"), Line.of("o")));

            screen.paint(List.of(Line.of("short"), Line.of("n".repeat(40))));

            assertThat(terminal.window())
                    .contains("short")
                    .contains("n".repeat(40))
                    .doesNotContain("oo");
        }
    }
}
