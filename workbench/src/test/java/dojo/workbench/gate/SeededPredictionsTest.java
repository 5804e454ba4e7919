package dojo.workbench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** One good exercise of predictions, one defect at a time: the gate must see each. */
class SeededPredictionsTest {
    private static final String PACKAGE = "dojo/c02_items/e3_what_does_it_cost";
    private static final String README = "exercises/src/main/java/" + PACKAGE + "/README.adoc";
    private static final String CHECK = "exercises/src/test/java/" + PACKAGE + "/ChatTest.java";
    private static final String ANSWER = "solutions/src/main/java/" + PACKAGE + "/what_does_it_cost.txt";
    private static final String WRONG = "solutions/src/wrong/java/" + PACKAGE;

    @RegisterExtension
    private static final OpenChecker CHECKER = OpenChecker.usual();

    @TempDir
    private Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void copy_one_exercise() throws IOException {
        sandbox = Sandbox.copy(OpenChecker.REAL, folder, PACKAGE);
        sandbox.write("exercises/curriculum.txt", "first_query (announced)\nwhat_does_it_cost\n");
    }

    @Test
    void the_exercise_itself_is_good() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void a_question_without_a_check_is_found() throws IOException {
        sandbox.replace(README, "== Done when", "count:: How many turns are there?\n\n== Done when");
        sandbox.write(ANSWER, sandbox.read(ANSWER) + "count=40\n");

        assertThat(findings()).anyMatch(found -> found.contains("No check judges the question \"count\""));
    }

    @Test
    void a_check_of_a_question_that_is_not_asked_is_found() throws IOException {
        sandbox.replace(README, "filter:: `turnsOf", "filtered:: `turnsOf");
        sandbox.replace(ANSWER, "filter=3", "filtered=3\nfilter=3");

        assertThat(findings())
                .anyMatch(found -> found.contains("judges \"filter\", which README.adoc does not ask"))
                .anyMatch(found -> found.contains("No check judges the question \"filtered\""));
    }

    @Test
    void a_mistake_that_no_wrong_answer_makes_is_found() throws IOException {
        sandbox.delete(WRONG + "/updates_read_first");

        assertThat(findings())
                .anyMatch(found -> found.contains("can name 8 (adds a read") && found.contains("rename=8"));
    }

    @Test
    void a_mistake_that_is_right_is_found() throws IOException {
        sandbox.replace(CHECK, ".mistake(0.5, ", ".mistake(1, ");

        assertThat(findings()).anyMatch(found -> found.contains("calls 1 a mistake, and that is what was measured"));
    }

    @Test
    void an_answer_that_is_not_what_is_measured_is_found() throws IOException {
        sandbox.replace(ANSWER, "all=3", "all=20");

        assertThat(findings()).anyMatch(found -> found.contains("The answer fails in the_price_of_reading_all_turns"));
    }

    private List<String> findings() {
        return Gate.over(folder, CHECKER.get(), 1).judge(List.of(), judged -> {}).stream()
                .map(Object::toString)
                .toList();
    }
}
