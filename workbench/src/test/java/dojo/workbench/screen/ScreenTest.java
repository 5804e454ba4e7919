package dojo.workbench.screen;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenTest {
    private static final Map<String, String> UTF8_TERMINAL = Map.of("TERM", "xterm-256color", "LANG", "en_GB.UTF-8");
    private static final Line GREEN = Line.of(Tone.GOOD, "✓ passes");
    private static final Line LINKED =
            Line.EMPTY.link(Tone.PLAIN, "TurnLog.java:24", URI.create("file:///w/TurnLog.java"));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Screen screen = Screen.of(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));

    @Test
    void answers_go_to_standard_output_and_complaints_to_standard_error() {
        screen.say("three of nine");
        screen.error("no such exercise");

        assertThat(out.toString(UTF_8)).isEqualTo("three of nine" + System.lineSeparator());
        assertThat(err.toString(UTF_8)).isEqualTo("no such exercise" + System.lineSeparator());
    }

    @Test
    void several_complaints_have_a_line_each() {
        screen.error("laws.toml:1: no such law" + System.lineSeparator() + "laws.toml:4: no such key");

        assertThat(err.toString(UTF_8).lines()).containsExactly("laws.toml:1: no such law", "laws.toml:4: no such key");
    }

    @Test
    void a_line_for_machines_is_never_wrapped() {
        String json = "{\"message\":\"" + "word ".repeat(60) + "\"}";

        screen.print(json);

        assertThat(out.toString(UTF_8)).isEqualTo(json + System.lineSeparator());
    }

    @Test
    void a_colour_terminal_gets_colours_and_a_pipe_does_not() {
        Look terminal = Look.from(UTF8_TERMINAL, true, UTF_8);
        Look pipe = Look.from(UTF8_TERMINAL, false, UTF_8);

        assertThat(Ansi.encode(GREEN, terminal)).isEqualTo("\u001b[38;5;28m✓ passes\u001b[0m");
        assertThat(Ansi.encode(GREEN, pipe)).isEqualTo("✓ passes");
    }

    @Test
    void no_color_and_a_dumb_terminal_are_respected() {
        Look noColor = Look.from(Map.of("TERM", "xterm", "NO_COLOR", "1", "LANG", "C.UTF-8"), true, UTF_8);
        Look dumb = Look.from(Map.of("TERM", "dumb", "LANG", "C.UTF-8"), true, UTF_8);

        assertThat(Ansi.encode(GREEN, noColor)).isEqualTo("✓ passes");
        assertThat(Ansi.encode(GREEN, dumb)).isEqualTo("✓ passes");
    }

    @Test
    void a_terminal_that_is_not_utf8_gets_ascii() {
        Look posix = Look.from(Map.of("TERM", "xterm", "LC_ALL", "C"), true, UTF_8);
        Look unset = Look.from(Map.of("TERM", "xterm"), true, US_ASCII);

        assertThat(Ansi.encode(Line.of("✗ fails · 1 → 2…"), posix)).isEqualTo("x fails - 1 > 2...");
        assertThat(unset.unicode()).isFalse();
    }

    @Test
    void links_are_written_only_where_they_work() {
        Look xterm = Look.from(UTF8_TERMINAL, true, UTF_8);

        assertThat(Ansi.encode(LINKED, xterm)).contains("]8;;file:///w/TurnLog.java");
    }

    @ParameterizedTest
    @CsvSource({
        "TERM_PROGRAM, vscode",
        "TERMINAL_EMULATOR, JetBrains-JediTerm",
        "INSIDE_EMACS, '29.1,comint'",
        "TERM, linux",
        "VTE_VERSION, 4803"
    })
    void a_terminal_that_links_paths_itself_or_cannot_gets_none(String name, String value) {
        Map<String, String> env = new HashMap<>(UTF8_TERMINAL);
        env.put(name, value);

        assertThat(Ansi.encode(LINKED, Look.from(env, true, UTF_8))).isEqualTo("TurnLog.java:24");
    }

    @Test
    void what_a_learner_prints_cannot_move_the_cursor() {
        assertThat(Ansi.encode(Line.of("a\u001b[2Jb\tc"), Look.plain())).isEqualTo("a[2Jb    c");
    }

    @Test
    void the_width_stays_within_what_can_be_read() {
        assertThat(Look.plain().withWidth(12).width()).isEqualTo(40);
        assertThat(Look.plain().withWidth(900).width()).isEqualTo(200);
        assertThat(Look.plain().withWidth(0).width()).isEqualTo(80);
        assertThat(Look.from(Map.of("COLUMNS", "132"), true, UTF_8).width()).isEqualTo(132);
    }
}
