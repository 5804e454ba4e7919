package dojo.workbench.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.bill.Bill;
import dojo.workbench.exercise.Exercise;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckerTest {
    private static Checker checker;
    private final Exercise findOne = Fixtures.exercise("find_one");
    private final Exercise countWords = Fixtures.exercise("count_words");

    @BeforeAll
    static void open() {
        checker = Checker.open(CheckerOptions.of(Fixtures.ROOT));
    }

    @AfterAll
    static void close() {
        checker.close();
    }

    @Test
    void an_answer_passes_with_its_bill() {
        Verdict verdict = checker.check(findOne, source("solutions/src/main/java"), 1);
        assertThat(verdict).isInstanceOf(Verdict.Passes.class);
        assertThat(verdict.graded().bill()).contains(new Bill(1, 1.0, 0));
        assertThat(verdict.graded().checks())
                .extracting(CheckResult::name)
                .containsExactly(
                        "answers_with_notes",
                        "finds_the_notes_of_one_owner",
                        "costs_one_unit",
                        "a_stranger_has_no_notes");
        assertThat(verdict.graded().checks())
                .extracting(CheckResult::hidden)
                .containsExactly(false, false, false, true);
    }

    @Test
    void an_untouched_starter_is_not_started_and_still_shows_its_first_failure() {
        Verdict verdict = checker.check(findOne, Submission.learner(), 1);
        assertThat(verdict.word()).isEqualTo("not_started");
        assertThat(((Verdict.NotStarted) verdict).first().map(CheckResult::name))
                .contains("finds_the_notes_of_one_owner");
    }

    @Test
    void a_starter_with_other_line_ends_is_still_not_started(@TempDir Path folder) throws IOException {
        String starter = Files.readString(findOne.starterFolder().resolve("Notes.java"));
        Files.writeString(folder.resolve("Notes.java"), starter.replace("\n", "\r\n"));
        assertThat(checker.check(findOne, Submission.source(folder), 1).word()).isEqualTo("not_started");
    }

    @Test
    void a_wrong_answer_fails_by_the_check_that_names_it() {
        Verdict verdict = checker.check(
                findOne, source("solutions/src/wrong/java/" + findOne.packagePath() + "/filter_at_home"), 1);
        assertThat(verdict).isInstanceOf(Verdict.Fails.class);
        assertThat(((Verdict.Fails) verdict).first().name()).isEqualTo("costs_one_unit");
        assertThat(((Verdict.Fails) verdict).first().requests())
                .singleElement()
                .asString()
                .startsWith("Scan");
    }

    @Test
    void each_request_knows_the_line_that_made_it() {
        Verdict verdict = checker.check(
                findOne, source("solutions/src/wrong/java/" + findOne.packagePath() + "/filter_at_home"), 1);
        CheckResult dear = verdict.graded().billed().orElseThrow();
        assertThat(dear.spentByLine()).singleElement().satisfies(spent -> {
            assertThat(spent.shortly()).contains("Notes.java:19");
            assertThat(spent.bill()).isEqualTo(dear.bill());
        });
        assertThat(dear.requests()).singleElement().asString().endsWith(" (Notes.java:19)");
    }

    @Test
    void a_failed_hidden_check_carries_what_replays_it(@TempDir Path folder) throws IOException {
        String answer = Files.readString(findOne.answerFolder().resolve("Notes.java"));
        Files.writeString(
                folder.resolve("Notes.java"),
                answer.replace(
                        ".toList();",
                        ".toList().stream().toList().isEmpty() ? List.of(new Note(owner, \"\")) : of2(owner);\n    }\n    List<Note> of2(String owner) {\n        return ddb.query(query -> query.tableName(table).keyConditionExpression(\"PK = :owner\").expressionAttributeValues(Map.of(\":owner\", AttributeValue.fromS(owner)))).items().stream().map(item -> new Note(item.get(\"PK\").s(), item.get(\"text\").s())).toList();"));
        Verdict verdict = checker.check(findOne, Submission.source(folder), 7);
        CheckResult hidden = verdict.graded().checks().get(3);
        assertThat(hidden.hidden()).isTrue();
        assertThat(hidden.passed()).isFalse();
        assertThat(hidden.inputs()).singleElement().asString().startsWith("stranger = ");
        assertThat(hidden.requests()).hasSize(1);
        assertThat(hidden.message()).contains("empty");
        assertThat(verdict.graded().seed()).isEqualTo(7);
    }

    @Test
    void a_syntax_error_is_a_line_of_the_learners_file(@TempDir Path folder) throws IOException {
        Verdict verdict = checker.check(countWords, Fixtures.words(folder, "int count( { }"), 1);
        assertThat(verdict).isInstanceOf(Verdict.DoesNotCompile.class);
        Verdict.DoesNotCompile refused = (Verdict.DoesNotCompile) verdict;
        assertThat(refused.signatureChanged()).isFalse();
        assertThat(refused.problems().get(0).where()).endsWith("Words.java:6");
    }

    @Test
    void a_changed_signature_is_said_to_be_one(@TempDir Path folder) throws IOException {
        Verdict verdict = checker.check(countWords, Fixtures.words(folder, "public int count(int n) { return n; }"), 1);
        assertThat(((Verdict.DoesNotCompile) verdict).signatureChanged()).isTrue();
        assertThat(verdict.message()).contains("Your code compiles, but", "WordsTest.java:");
    }

    @Test
    void a_lost_package_statement_is_named(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("Words.java"), "public class Words { public int count(String s) { return 1; } }");
        Verdict verdict = checker.check(countWords, Submission.source(folder), 1);
        assertThat(verdict.message()).contains("must begin with \"package dojo.c02_pure.e1_count_words;\"");
    }

    @Test
    void an_exception_of_the_learner_is_a_sentence_with_a_line(@TempDir Path folder) throws IOException {
        Verdict verdict = checker.check(
                countWords,
                Fixtures.words(
                        folder, "public int count(String s) {\n throw new IllegalStateException(\"no idea\");\n}"),
                1);
        CheckResult first = ((Verdict.Fails) verdict).first();
        assertThat(first.message()).isEqualTo("Your code threw IllegalStateException: no idea");
        assertThat(first.where()).hasValueSatisfying(where -> assertThat(where).endsWith("Words.java:7"));
    }

    @Test
    void a_live_exercise_is_not_started_until_something_is_answered() {
        Exercise live = Fixtures.exercise("look_inside");
        assertThat(checker.check(live, Submission.learner(), 1).word()).isEqualTo("not_started");
        assertThat(checker.check(live, Submission.answers(Map.of("items", "3")), 1)
                        .word())
                .isEqualTo("passes");
        assertThat(checker.check(live, Submission.answers(Map.of("items", "4")), 1)
                        .word())
                .isEqualTo("fails");
    }

    @Test
    void the_script_of_a_live_exercise_is_played_by_whoever_can() {
        Exercise live = Fixtures.exercise("look_inside");
        CheckerOptions options = CheckerOptions.of(Fixtures.ROOT)
                .withScripts(
                        (exercise, script, seed) -> Map.of("items", script.endsWith("look_inside.jsh") ? "3" : "0"));
        try (Checker playing = Checker.open(options)) {
            assertThat(playing.check(live, source("solutions/src/main/java"), 1).passed())
                    .isTrue();
        }
    }

    @Test
    void several_submissions_at_once_do_not_meet() {
        try (Checker several = Checker.open(CheckerOptions.of(Fixtures.ROOT).withWorkers(2))) {
            List<String> words = List.of("solutions/src/main/java", "exercises/src/starter/java").parallelStream()
                    .flatMap(source -> List.of(findOne, countWords).parallelStream()
                            .map(exercise ->
                                    several.check(exercise, source(source), 1).word()))
                    .toList();
            assertThat(words).containsExactly("passes", "passes", "not_started", "not_started");
        }
    }

    @Test
    void a_missing_file_is_a_sentence_with_the_way_back(@TempDir Path folder) {
        Exercise gone = new Exercise(
                "find_one",
                List.of(),
                1,
                1,
                "Reading",
                findOne.packageName(),
                findOne.readme(),
                folder,
                findOne.starterFolder(),
                findOne.answerFolder(),
                List.of(folder.resolve("Notes.java")),
                findOne.givenFiles(),
                findOne.visibleChecks(),
                findOne.hiddenChecks(),
                List.of());
        assertThatThrownBy(() -> checker.check(gone, Submission.learner(), 1))
                .isInstanceOf(CannotCheck.class)
                .hasMessageContaining("./dojo reset find_one");
    }

    private static Submission source(String folder) {
        return Submission.source(Fixtures.ROOT.resolve(folder));
    }

    @Test
    void a_file_that_is_not_utf8_is_refused_with_its_line(@TempDir Path folder) throws IOException {
        Submission submission = Fixtures.words(folder, "int count;");
        Path file = folder.resolve("Words.java");
        byte[] latin1 = (Files.readString(file) + "// caf\u00e9").getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file, latin1);

        Verdict verdict = checker.check(countWords, submission, 1);

        assertThat(verdict).isInstanceOf(Verdict.DoesNotCompile.class);
        assertThat(verdict.message()).contains("Words.java:8").contains("not UTF-8");
    }

    @Test
    void nothing_ran_means_no_bill(@TempDir Path folder) throws IOException {
        assertThat(checker.check(countWords, Fixtures.words(folder, "nonsense"), 1)
                        .graded()
                        .bill())
                .isEqualTo(Optional.empty());
    }
}
