package dojo.workbench.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dojo.workbench.Dojo;
import dojo.workbench.exercise.Trees;
import dojo.workbench.screen.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path root;

    @BeforeEach
    void the_fixtures() throws IOException {
        Trees.copyFixtures(root);
    }

    @Test
    void list_shows_every_exercise() {
        assertThat(dojo("list")).isZero();
        assertThat(out()).contains("find_one", "count_words", "look_inside", "Reading");
    }

    @Test
    void list_as_json_is_one_object_a_line() throws IOException {
        dojo("list", "--json");
        List<String> lines = out().lines().toList();
        assertThat(lines).hasSize(3);
        JsonNode first = new ObjectMapper().readTree(lines.get(0));
        assertThat(first.path("exercise").asText()).isEqualTo("find_one");
        assertThat(first.path("state").asText()).isEqualTo("open");
    }

    @Test
    void a_broken_exercise_does_not_hide_the_others() throws IOException {
        Files.writeString(root.resolve("exercises/src/main/java/dojo/c02_pure/e1_count_words/README.adoc"), "");
        assertThat(dojo("list")).isEqualTo(1);
        assertThat(out()).contains("find_one").doesNotContain("count_words");
        assertThat(err()).contains("README.adoc is empty");
    }

    @Test
    void check_as_json_says_nothing_else_on_standard_output() throws IOException {
        assertThat(dojo("check", "--all", "--json", "--source", solutions().toString()))
                .isEqualTo(1);
        List<String> lines = out().lines().toList();
        assertThat(lines).hasSize(3);
        JsonNode verdict = new ObjectMapper().readTree(lines.get(0));
        assertThat(verdict.path("verdict").asText()).isEqualTo("passes");
        assertThat(verdict.path("bill")).isEqualTo(verdict.path("par"));
        assertThat(verdict.path("millis").path("total").asLong()).isPositive();
        assertThat(verdict.path("checks").get(3).path("hidden").asBoolean()).isTrue();
        // Nobody plays scripts here.
        assertThat(new ObjectMapper().readTree(lines.get(2)).path("verdict").asText())
                .isEqualTo("not_started");
    }

    @Test
    void check_all_goes_on_after_a_failure_and_after_a_missing_file() throws IOException {
        Files.delete(root.resolve("exercises/src/main/java/dojo/c01_reading/e1_find_one/Notes.java"));
        assertThat(dojo("check", "--all", "--json")).isEqualTo(1);
        assertThat(out().lines()).hasSize(3).first().asString().contains("\"error\":", "Notes.java is missing");
        assertThat(err()).contains("Notes.java is missing", "dojo reset find_one");
    }

    @Test
    void a_passed_check_is_remembered_and_opens_the_solution() throws IOException {
        assertThat(dojo("solution", "count_words")).isEqualTo(1);
        assertThat(err()).contains("sealed until you pass", "--anyway");
        solve();
        assertThat(dojo("check", "count_words")).isZero();
        assertThat(Files.readString(root.resolve(".dojo/progress.txt"))).contains("passed count_words");
        assertThat(dojo("solution", "count_words")).isZero();
        assertThat(out()).contains("split(");
        assertThat(Files.readString(root.resolve(".dojo/progress.txt"))).doesNotContain("assisted");
    }

    @Test
    void a_failed_check_counts_as_an_attempt_unless_nothing_was_tried() throws IOException {
        assertThat(dojo("check", "count_words")).isEqualTo(1);
        assertThat(root.resolve(".dojo/progress.txt")).doesNotExist();
        Path words = root.resolve("exercises/src/main/java/dojo/c02_pure/e1_count_words/Words.java");
        Files.writeString(words, Files.readString(words).replace("return 1;", "return 7;"));
        assertThat(dojo("check", "count_words")).isEqualTo(1);
        assertThat(Files.readString(root.resolve(".dojo/progress.txt"))).contains("attempts count_words 1");
    }

    @Test
    void a_solution_shown_anyway_is_remembered_as_help() throws IOException {
        assertThat(dojo("solution", "find_one", "--anyway")).isZero();
        assertThat(out()).contains("keyConditionExpression");
        assertThat(Files.readString(root.resolve(".dojo/progress.txt"))).contains("assisted find_one");
    }

    @Test
    void the_first_hint_is_about_the_last_run_and_the_ladder_follows() {
        assertThat(dojo("hint", "find_one", "--level", "0")).isEqualTo(2);
        assertThat(err()).contains("nothing to say about a last run of find_one");

        dojo("check", "find_one");
        dojo("hint", "find_one");
        assertThat(out()).contains("About this run: finds the notes of one owner", "A Scan was sent.");
        assertThat(out()).doesNotContain("Hint 1 of 4", "Notes of other owners");

        dojo("hint", "find_one");
        assertThat(out()).contains("Hint 1 of 4");
        assertThat(dojo("hint", "find_one", "--level", "0")).isZero();
        assertThat(out()).contains("A Scan was sent.");
    }

    @Test
    void right_answers_are_compared_by_their_bills_once_passed() throws IOException {
        assertThat(dojo("golf", "find_one")).isZero();
        assertThat(err()).contains("still open");
        assertThat(dojo("golf", "count_words")).isEqualTo(2);
        solve("dojo/c01_reading/e1_find_one/Notes.java");
        dojo("check", "find_one");
        dojo("check", "find_one");

        assertThat(dojo("golf", "find_one")).isZero();

        assertThat(out())
                .contains("Right answers to find_one, by their bills", "yours ", "ours ", "by_prefix: ", "Query")
                .doesNotContain("yours, no. 2");
        dojo("golf", "find_one", "--json");
        assertThat(out().lines().filter(line -> line.contains("\"whose\""))).hasSize(3);
        assertThat(dojo("solution", "find_one")).isZero();
        assertThat(out())
                .contains(
                        "This answer costs 1 request",
                        "Your best cost 1 request",
                        "Also right",
                        "./dojo golf find_one");
    }

    @Test
    void what_was_mended_is_not_spoken_of() throws IOException {
        dojo("check", "find_one");
        solve("dojo/c01_reading/e1_find_one/Notes.java");
        assertThat(dojo("check", "find_one")).isZero();

        assertThat(dojo("hint", "find_one")).isZero();

        assertThat(out()).contains("Hint 1 of 4").doesNotContain("About this run");
    }

    @Test
    void each_hint_says_more_and_the_last_is_repeated() {
        dojo("hint", "find_one");
        assertThat(out()).contains("Whose notes");
        dojo("hint", "find_one");
        dojo("hint", "find_one");
        dojo("hint", "find_one");
        dojo("hint", "find_one");
        assertThat(out()).contains("PK = :owner", "Hint 4 of 4");
        assertThat(dojo("hint", "find_one", "--level", "5")).isEqualTo(2);
        assertThat(err()).contains("has hints 1 to 4");
    }

    @Test
    void reset_archives_and_forgets() throws IOException {
        solve();
        dojo("check", "count_words");
        assertThat(dojo("reset", "count_words")).isZero();
        assertThat(out()).contains("your attempt is in .dojo/archive/count_words/1");
        assertThat(Files.readString(root.resolve(".dojo/progress.txt"))).doesNotContain("passed count_words");
    }

    @Test
    void reset_of_everything_wants_to_be_meant() {
        assertThat(dojo("reset", "--all")).isEqualTo(2);
        assertThat(err()).contains("--all --yes");
        assertThat(dojo("reset", "--all", "--yes")).isZero();
        assertThat(dojo("reset")).isEqualTo(2);
    }

    @Test
    void open_prints_the_path_and_makes_it_current() throws IOException {
        assertThat(dojo("open", "count_words", "--print")).isZero();
        assertThat(out().strip()).endsWith("Words.java");
        assertThat(Files.readString(root.resolve(".dojo/progress.txt"))).contains("current count_words");
    }

    @Test
    void doctor_examines_and_names_what_it_saw() {
        assertThat(dojo("doctor")).isZero();
        assertThat(out()).contains("Java", "Temporary folder", "Worker", System.getProperty("java.vm.version"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "chekc find_one                       | There is no command \"chekc\"; did you mean check?",
                "check fnd_one                        | There is no exercise \"fnd_one\"; did you mean find_one?",
                "check zebra                          | There is no exercise \"zebra\"; ./dojo list shows them all.",
                "check --sorce x                      | There is no option --sorce here; did you mean --source?",
                "check --seed many                    | \"many\" is no whole number that fits; give one, such as --seed 7.",
                "check --limit 1.5                    | \"1.5\" is no whole number that fits; give one",
                "check --source /no/such/folder --all | --source /no/such/folder is no folder",
                "check --all find_one                 | Give ids or --all, not both.",
                "hint find_one count_words            | \"count_words\" is one word too many",
            })
    void what_makes_no_sense_is_one_sentence_and_exit_code_2(String line, String sentence) {
        assertThat(dojo(line.split(" ", -1))).isEqualTo(2);
        assertThat(err()).contains(sentence);
        assertThat(out()).isEmpty();
        assertThat(err()).doesNotContain("Exception", "\tat ");
    }

    @Test
    void a_source_that_holds_nothing_for_the_exercise_says_what_it_needs(@TempDir Path empty) {
        assertThat(dojo("check", "find_one", "--source", empty.toString())).isEqualTo(2);
        assertThat(err()).contains("holds nothing for find_one", "Notes.java");
    }

    private Path solutions() {
        return root.resolve("solutions/src/main/java");
    }

    private void solve() throws IOException {
        solve("dojo/c02_pure/e1_count_words/Words.java");
    }

    private void solve(String file) throws IOException {
        Files.writeString(
                root.resolve("exercises/src/main/java").resolve(file),
                Files.readString(solutions().resolve(file)));
    }

    private int dojo(String... line) {
        Screen screen = Screen.of(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        return Dojo.run(new Workbench(root, screen), line);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " "); // The screen wraps.
    }
}
