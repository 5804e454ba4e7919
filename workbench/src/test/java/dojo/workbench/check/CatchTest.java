package dojo.workbench.check;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A learner's test against one given implementation, one right subject, one wrong and one wrong and hidden. */
class CatchTest {
    private static final String GOOD = """
            @Test void adds() { assertThat(new Adder().sum(2, 3)).isEqualTo(5); }
            @Test void subtracts() { assertThat(new Adder().sum(2, -3)).isEqualTo(-1); }
            """;

    private static Exercise exercise;
    private static Checker checker;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() throws URISyntaxException {
        Path root = Path.of(CatchTest.class.getResource("/fixture-catch").toURI());
        exercise = Catalogue.read(root).find("catch_the_sum").orElseThrow();
        checker = Checker.open(CheckerOptions.of(root).withLimit(Duration.ofSeconds(5)));
    }

    @AfterAll
    static void close() {
        checker.close();
    }

    @Test
    void subjects_stand_in_the_order_of_their_numbers_and_hidden_ones_have_no_name() throws IOException {
        assertThat(verdict(GOOD).graded().checks())
                .extracting(CheckResult::name)
                .containsExactly(
                        "asserts_on_behaviour",
                        "says_the_same_every_time",
                        "accepts_the_given_one",
                        "accepts_loops",
                        "refuses_off_by_one",
                        "refuses_hidden_one_1");
    }

    @Test
    void a_test_that_tells_all_apart_passes_and_says_by_which_line() throws IOException {
        Verdict verdict = verdict(GOOD);

        assertThat(verdict.passed()).isTrue();
        assertThat(exhibit(verdict))
                .containsExactly(
                        "  implementation  is     your test",
                        "✓ the given one   right  accepts it",
                        "✓ loops           right  accepts it",
                        "✓ off by one      wrong  refuses it, line 6",
                        "✓ hidden one 1    wrong  refuses it, line 7",
                        "",
                        "told apart: 2 of 2 wrong ones");
    }

    @Test
    void the_answer_is_found_in_the_test_root_beside_the_answers_of_others() {
        Submission answers = Submission.source(
                exercise.answerFolder().resolve("../../../../../main/java").normalize());

        assertThat(((Submission.Source) answers).covers(exercise)).isTrue();
        assertThat(checker.check(exercise, answers, 1).passed()).isTrue();
    }

    @Test
    void the_starter_is_not_started_and_shows_what_it_misses() {
        Verdict verdict = checker.check(exercise, Submission.learner(), 1);

        assertThat(verdict.word()).isEqualTo("not_started");
        assertThat(verdict.graded().firstFailure().orElseThrow().message())
                .isEqualTo("Your test accepts a wrong implementation: off by one. Each number counts for one more.");
    }

    @Test
    void a_hidden_one_is_known_by_what_it_does() throws IOException {
        CheckResult first = failure("@Test void adds() { assertThat(new Adder().sum(2, 3)).isEqualTo(5); }");

        assertThat(first.hidden()).isTrue();
        assertThat(first.message())
                .contains("not shown", "Debts become assets.")
                .doesNotContain("sign");
    }

    @Test
    void a_test_that_is_too_strict_is_shown_its_assertion() throws IOException {
        CheckResult first = failure(GOOD + """
                @Test void overflows() { assertThat(new Adder().sum(Integer.MAX_VALUE, 1)).isNegative(); }
                """);

        assertThat(first.name()).isEqualTo("accepts_loops");
        assertThat(first.message())
                .startsWith("Your test refuses a right implementation, loops, by your assertion at line 8. It adds one"
                        + " number after the other, and stops at the largest.");
        assertThat(first.where()).hasValueSatisfying(where -> assertThat(where).endsWith("MyAdderTest.java:8"));
    }

    @Test
    void a_test_that_always_fails_tells_nothing_apart() throws IOException {
        CheckResult first = failure("@Test void adds() { assertThat(new Adder().sum(2, 3)).isEqualTo(6000); }");

        assertThat(first.name()).isEqualTo("accepts_the_given_one");
        assertThat(first.message()).startsWith("Your test fails whatever it is run against");
        assertThat(first.where()).hasValueSatisfying(where -> assertThat(where).endsWith("MyAdderTest.java:6"));
    }

    @Test
    void an_exception_is_no_assertion() throws IOException {
        CheckResult first = failure("""
                @Test void adds() {
                    assertThat(List.of(5).get(new Adder().sum(2, 3) - 5)).isEqualTo(5);
                }
                """);

        assertThat(first.name()).isEqualTo("refuses_off_by_one");
        assertThat(first.message()).contains("ends by an exception, not by an assertion", "IndexOutOfBounds");
    }

    @Test
    void a_test_without_an_assertion_is_content_with_everything() throws IOException {
        CheckResult first = failure("@Test void adds() { new Adder().sum(2, 3); }");

        assertThat(first.name()).isEqualTo("asserts_on_behaviour");
        assertThat(first.message()).startsWith("Your test asserts nothing");
    }

    @Test
    void a_class_without_a_test_is_said_to_have_none() throws IOException {
        assertThat(failure("void adds() { assertThat(new Adder().sum(2, 3)).isEqualTo(5); }")
                        .message())
                .startsWith("No test was found");
    }

    @Test
    void names_of_classes_stack_traces_and_files_are_not_behaviour() throws IOException {
        for (String peek : List.of(
                "new Adder().getClass().getSimpleName()",
                "Adder.class.getName()",
                "Adder.class.getDeclaredMethods()[0].toString()",
                "new Throwable().getStackTrace()[0].toString()",
                "java.util.Arrays.toString(new java.io.File(\".\").list())")) {
            CheckResult first = failure(GOOD + "@Test void peeks() { assertThat(" + peek + ").isNotNull(); }");

            assertThat(first.name()).as(peek).isEqualTo("asserts_on_behaviour");
            assertThat(first.message()).as(peek).startsWith("Your test looks at ");
            assertThat(first.where().orElse("")).as(peek).endsWith("MyAdderTest.java:8");
        }
    }

    @Test
    void tests_that_need_each_other_are_found_out() throws IOException {
        CheckResult first = failure("@TestMethodOrder(MethodOrderer.MethodName.class)", """
                static Adder adder;
                @Test void a_makes_the_adder() { adder = new Adder(); assertThat(adder.sum(2, 3)).isEqualTo(5); }
                @Test void b_uses_it() { assertThat(adder.sum(2, -3)).isEqualTo(-1); }
                """);

        assertThat(first.name()).isEqualTo("says_the_same_every_time");
        assertThat(first.message()).contains("depend on each other", "b uses it");
    }

    @Test
    void a_test_that_passes_by_chance_is_found_out() throws IOException {
        // A level of the global logger outlives a run; every third one passes.
        CheckResult first = failure(GOOD + """
                @Test void is_lucky() {
                    var logger = java.util.logging.Logger.getGlobal();
                    var before = logger.getLevel();
                    logger.setLevel(before == null ? java.util.logging.Level.FINE
                            : before == java.util.logging.Level.FINE ? java.util.logging.Level.FINER : null);
                    assertThat(before).isNull();
                }
                """);

        assertThat(first.name()).isEqualTo("says_the_same_every_time");
        assertThat(first.message()).contains("\"is lucky\" passed once and failed once");
    }

    @Test
    void a_test_that_hangs_is_stopped_and_says_where() throws IOException {
        Checker impatient = Checker.open(CheckerOptions.of(folder).withLimit(Duration.ofMillis(500)));
        try (impatient) {
            Verdict verdict = impatient.check(
                    exercise,
                    submission("", "@Test void adds() { while (new Adder().sum(2, 3) != 5) { Thread.onSpinWait(); } }"),
                    1);

            assertThat(verdict.word()).isEqualTo("timed_out");
            assertThat(verdict.message())
                    .contains("MyAdderTest.java:6", "a wrong implementation: off by one. Each number");
        }
    }

    /** From the second check on, a second worker takes its share; a test that spoils every worker leaves it none. */
    @Test
    void verdicts_do_not_depend_on_how_many_workers_there_are() throws IOException {
        String spoiling =
                GOOD.replace("@Test void adds() {", "@Test void adds() { System.setProperty(\"left\", \"behind\");");
        for (String test : List.of(GOOD, GOOD, spoiling)) {
            assertThat(exhibit(verdict(test))).last().isEqualTo("told apart: 2 of 2 wrong ones");
        }
    }

    private static List<String> exhibit(Verdict verdict) {
        return verdict.graded().checks().stream()
                .flatMap(check -> check.exhibit().stream())
                .toList();
    }

    private CheckResult failure(String members) throws IOException {
        return failure("", members);
    }

    private CheckResult failure(String annotation, String members) throws IOException {
        Verdict verdict = checker.check(exercise, submission(annotation, members), 1);
        assertThat(verdict).as(verdict.message()).isInstanceOf(Verdict.Fails.class);
        return ((Verdict.Fails) verdict).first();
    }

    private Verdict verdict(String members) throws IOException {
        return checker.check(exercise, submission("", members), 1);
    }

    private Submission submission(String annotation, String members) throws IOException {
        Files.writeString(folder.resolve("MyAdderTest.java"), """
                package dojo.c01_sums.e1_catch_the_sum;
                import static org.assertj.core.api.Assertions.assertThat;
                import org.junit.jupiter.api.*; import java.util.List;
                %s
                class MyAdderTest {
                %s}
                """.formatted(annotation, members));
        return Submission.source(folder);
    }
}
