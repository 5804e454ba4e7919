package dojo.workbench.command;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.Dojo;
import dojo.workbench.screen.Screen;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrimerCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path root;

    @Test
    void without_a_terminal_every_page_is_printed() {
        assertThat(dojo("primer")).isZero();
        assertThat(out())
                .contains("page 1 of 11", "page 11 of 11", "=> 4 items, 1.0 read units", "JOIN")
                .doesNotContain("next page", "\u001b");
    }

    @Test
    void one_page_is_printed_alone() {
        assertThat(dojo("primer", "--page", "4")).isZero();
        assertThat(out()).contains("Query  primer, page 4 of 11").doesNotContain("page 5 of 11");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "12", "x"})
    void a_page_that_is_not_there_is_a_usage_error(String page) {
        assertThat(dojo("primer", "--page", page)).isEqualTo(2);
        assertThat(out()).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(page);
    }

    private int dojo(String... line) {
        return Dojo.run(
                new Workbench(
                        root,
                        Screen.of(
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8))),
                line);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
