package dojo.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Exercises point at questions and questions at exercises; both sides are written by different people. */
class ExercisesNameQuestionsTest {

    private static final Path ROOT = Path.of(System.getProperty("basedir", ".")).resolve("..");

    @Test
    void every_exercise_names_a_well_formed_question(TestReporter reporter) throws IOException {
        Set<String> known = QuestionBank.read(ROOT.resolve("docs/questions")).questions().stream()
                .map(Question::id)
                .collect(Collectors.toSet());

        Map<String, String> named = questionsByExercise();

        assertThat(named.values()).allSatisfy(id -> assertThat(id).matches("q\\d{2}-[a-z0-9]+(-[a-z0-9]+)*"));
        named.forEach((exercise, id) -> {
            if (!known.contains(id)) {
                reporter.publishEntry("question not written yet", id + ", wanted by " + exercise);
            }
        });
    }

    @Test
    void every_question_names_exercises_of_the_curriculum() throws IOException {
        var wanted = QuestionBank.read(ROOT.resolve("docs/questions")).questions().stream()
                .flatMap(question -> question.exercises().stream())
                .toList();

        assertThat(CurriculumIds.of(ROOT).marks().keySet()).containsAll(wanted);
    }

    private static Map<String, String> questionsByExercise() {
        Map<String, String> questions = new TreeMap<>();
        for (Path readme : Sources.below(ROOT.resolve("exercises/src/main/java"), "README.adoc")) {
            String folder = readme.getName(readme.getNameCount() - 2).toString();
            Sources.lines(readme).stream()
                    .filter(line -> line.startsWith(":question:"))
                    .map(line -> line.substring(":question:".length()).strip())
                    .forEach(id -> questions.put(folder.replaceFirst("^e\\d+_", ""), id));
        }
        return questions;
    }
}
