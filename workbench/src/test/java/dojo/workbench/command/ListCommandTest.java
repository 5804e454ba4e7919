package dojo.workbench.command;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.Dojo;
import dojo.workbench.exercise.ProgressFile;
import dojo.workbench.exercise.Trees;
import dojo.workbench.screen.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path root;

    @BeforeEach
    void the_fixtures() throws IOException {
        Trees.copyFixtures(root);
    }

    @ParameterizedTest
    @CsvSource({
        "--search FIND~query,find_one",
        "--search prompt~live,look_inside",
        "--topic QUERY --level 1,find_one",
        "--state passed,count_words",
        "--state skipped,look_inside",
        "--max-minutes 2 --fidelity local --state open,find_one",
    })
    void a_filter_leaves_what_is_wanted_in_both_forms(String options, String expected) {
        ProgressFile.in(root, problem -> {})
                .update(progress -> progress.withPassed("count_words").withSkipped("look_inside"));

        assertThat(list(options)).isZero();
        assertThat(out()).contains(expected).endsWith("1 of 3").contains(" " + expected + " ");
        assertThat(out().lines().filter(line -> line.matches("[ ▸] . \\w+ .*"))).hasSize(1);

        out.reset();
        assertThat(list("--json " + options)).isZero();
        assertThat(out().lines()).singleElement().asString().contains("\"exercise\":\"" + expected + "\"");
    }

    @Test
    void a_list_that_is_empty_says_so_and_names_what_was_asked() {
        assertThat(list("--search nowhere --max-minutes 1")).isZero();
        assertThat(out())
                .contains("None of the 3 exercises is what you ask for (\"nowhere\", up to 1 min)", "./dojo list");

        out.reset();
        assertThat(list("--search nowhere --json")).isZero();
        assertThat(out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--topic qery      | did you mean query? There is:",
                "--level 7         | --level \"7\". There is: 1, 2.",
                "--state done      | There is: open, skipped, passed.",
                "--fidelity aws    | There is: local.",
                "--max-minutes 0   | a number from 1 belongs there",
                "--max-minutes two | --max-minutes \"two\" is no whole number",
                "--topic           | Missing required parameter",
            })
    void a_value_that_cannot_be_is_refused_with_what_there_is(String options, String sentence) {
        assertThat(list(options)).isEqualTo(2);
        assertThat(err()).contains(sentence);
        assertThat(out()).isEmpty();
    }

    @Test
    void json_has_topics_and_fidelity() {
        list("--json --search find_one");
        assertThat(out()).contains("\"topics\":[\"query\",\"keys\"]", "\"fidelity\":\"local\"");
    }

    @Test
    void json_has_what_an_exercise_builds_on() throws IOException {
        Path readme = root.resolve("exercises/src/main/java/dojo/c02_pure/e1_count_words/README.adoc");
        Files.writeString(readme, Files.readString(readme).replace(":level:", ":after: find_one\n:level:"));

        list("--json");

        assertThat(out().lines().map(line -> line.replaceAll(".*(\"after\":\\[[^]]*]).*", "$1")))
                .containsExactly("\"after\":[]", "\"after\":[\"find_one\"]", "\"after\":[]");
    }

    private int list(String options) {
        Screen screen = Screen.of(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        return Dojo.run(
                new Workbench(root, screen),
                Stream.of(("list " + options).split(" +", -1))
                        .map(word -> word.replace('~', ' '))
                        .toArray(String[]::new));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " "); // The screen wraps.
    }
}
