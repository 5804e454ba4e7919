package dojo.workbench.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.screen.Screen;
import dojo.workbench.shell.Slash.Choice;
import dojo.workbench.shell.Slash.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Sitting sitting;

    @BeforeEach
    void sit() throws URISyntaxException {
        Path root = Path.of(CommandsTest.class.getResource("/fixture-catalogue").toURI());
        Screen screen = Screen.of(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
        sitting = new Sitting(root, screen, CommandsTest::none, Optional.empty(), false);
    }

    private static Session none() {
        throw new AssertionError("needs no session");
    }

    @AfterEach
    void leave() {
        sitting.close();
    }

    private List<String> completed(String typed) throws IOException {
        return Commands.choices(sitting, typed).stream().map(Choice::text).toList();
    }

    @Test
    void the_primer_is_shown_page_by_page() throws IOException {
        assertThat(Commands.run(sitting, "/primer")).isEqualTo(Result.DONE);
        assertThat(Commands.run(sitting, "/primer 4")).isEqualTo(Result.DONE);
        assertThat(Commands.run(sitting, "/primer 12")).isEqualTo(Result.FAILED);
        assertThat(Commands.run(sitting, "/primer four")).isEqualTo(Result.FAILED);
        assertThat(completed("/primer ")).hasSize(11).startsWith("1");
    }

    @Test
    void every_command_says_what_it_does_and_gives_an_example_that_is_its_own() {
        assertThat(Commands.ALL).extracting(Slash::word).doesNotHaveDuplicates().allMatch(Slash::looksLike);
        assertThat(Commands.ALL).allSatisfy(slash -> {
            assertThat(slash.does()).isNotBlank().doesNotEndWith(".");
            assertThat(slash.example()).startsWith(slash.word());
        });
    }

    @Test
    void a_word_is_completed_to_commands() throws IOException {
        assertThat(completed("/ta")).containsExactly("/task", "/table");
        assertThat(completed("/")).hasSameSizeAs(Commands.ALL);
    }

    @Test
    void operands_are_completed_by_their_command() throws IOException {
        assertThat(completed("/use look")).containsExactly("look_inside");
        assertThat(completed("/use ")).contains("look_inside", "find_one");
        assertThat(completed("/help ta")).containsExactly("task", "table");
        assertThat(completed("/exit ")).isEmpty();
        assertThat(completed("/use look_inside ")).isEmpty();
    }

    @Test
    void a_beginning_that_only_one_command_has_is_enough() throws IOException {
        assertThat(Commands.run(sitting, "/ex")).isEqualTo(Result.EXIT);
        assertThat(Commands.run(sitting, "/q")).isEqualTo(Result.EXIT);
        assertThat(Commands.run(sitting, "/ta")).isEqualTo(Result.FAILED);
        assertThat(err.toString(UTF_8)).contains("/ta could be /task, /table; type one letter more.");
    }

    @Test
    void a_word_that_is_none_gets_a_suggestion() throws IOException {
        assertThat(Commands.run(sitting, "/tabel")).isEqualTo(Result.FAILED);
        assertThat(err.toString(UTF_8)).contains("Did you mean /table?");
    }

    @Test
    void a_command_of_jshell_that_is_missing_names_what_does_it_here() throws IOException {
        assertThat(Commands.run(sitting, "/edit 3")).isEqualTo(Result.FAILED);
        assertThat(Commands.run(sitting, "/-1")).isEqualTo(Result.FAILED);
        assertThat(Commands.run(sitting, "/!")).isEqualTo(Result.FAILED);
        assertThat(err.toString(UTF_8).replace(System.lineSeparator(), " "))
                .contains("arrow up brings a whole snippet back")
                .contains("Snippets have no numbers here")
                .contains("brings back the latest snippet");
    }

    @Test
    void help_lists_all_and_explains_one() throws IOException {
        assertThat(Commands.run(sitting, "/help")).isEqualTo(Result.DONE);
        assertThat(out.toString(UTF_8)).contains("/answer [NAME VALUE]");
        out.reset();

        assertThat(Commands.run(sitting, "/help answer")).isEqualTo(Result.DONE);
        assertThat(out.toString(UTF_8)).contains("for example /answer turns 3");
        assertThat(Commands.run(sitting, "/help ansewr")).isEqualTo(Result.FAILED);
        assertThat(err.toString(UTF_8)).contains("Did you mean /answer?");
    }
}
