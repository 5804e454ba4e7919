package dojo.workbench.command;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.Dojo;
import dojo.workbench.exercise.Trees;
import dojo.workbench.screen.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacementCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path root;

    @BeforeEach
    void the_fixtures() throws IOException {
        Trees.copyFixtures(root);
        Files.writeString(root.resolve("exercises/placement.txt"), """
                = by_key
                :exercise: find_one
                :source: https://example.com/keys
                How is one found?
                - By luck
                + By its key
                > A key is where it is.

                = of_words
                :exercise: count_words
                :source: https://example.com/words
                What is counted?
                + Words
                - Letters
                > It says so.
                """);
    }

    @Test
    void answers_give_a_proposal_and_change_nothing() {
        assertThat(dojo("--answers", "2,0")).isZero();
        assertThat(out())
                .contains("1 of 2 right", "1 not known", "start with count_words", "Skipped", "find_one")
                .contains("What is counted?", "It says so.", "https://example.com/words");
        assertThat(root.resolve(".dojo/progress.txt")).doesNotExist();
    }

    @Test
    void accepting_skips_and_starts_and_passes_nothing() throws IOException {
        assertThat(dojo("--answers", " 2 , 0", "--accept", "--json")).isZero();
        assertThat(out().strip())
                .contains("\"right\":1", "\"start\":\"count_words\"", "\"known\":[\"find_one\"]", "\"accepted\":true");
        assertThat(out().lines()).hasSize(1);
        assertThat(Files.readString(root.resolve(".dojo/progress.txt")))
                .contains("current count_words", "skipped find_one")
                .doesNotContain("passed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--answers 1     | --answers has 1 number, and there are 2 questions",
                "--answers 1,3   | Answer 2 is \"3\"; the options are 1 to 2",
                "--answers 1,    | Answer 2 is \"\"",
                "--answers 1,x   | Answer 2 is \"x\"",
                "--answers -1,0  | Answer 1 is \"-1\"",
                "--json          | --json and --accept go with --answers",
            })
    void what_makes_no_sense_is_refused_in_a_sentence(String options, String sentence) {
        assertThat(dojo(options.split(" ", -1))).isEqualTo(2);
        assertThat(err()).contains(sentence).doesNotContain("Exception");
        assertThat(root.resolve(".dojo/progress.txt")).doesNotExist();
    }

    @Test
    void a_question_that_cannot_be_read_is_named_and_a_pack_without_questions_says_so() throws IOException {
        Path file = root.resolve("exercises/placement.txt");
        Files.writeString(file, Files.readString(file).replace("+ Words", "- Words"));
        assertThat(dojo("--answers", "2")).isZero();
        assertThat(err()).contains("the question of_words has 2 options, 0 of them right");

        Files.delete(file);
        assertThat(dojo("--answers", "2")).isEqualTo(2);
        assertThat(err()).contains("There are no questions here");
    }

    private int dojo(String... options) {
        Screen screen = Screen.of(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        String[] line = new String[options.length + 1];
        line[0] = "placement";
        System.arraycopy(options, 0, line, 1, options.length);
        return Dojo.run(new Workbench(root, screen), line);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " "); // The screen wraps.
    }
}
