package dojo.workbench.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Progress;
import dojo.workbench.exercise.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExerciseViewTest {

    @Test
    void what_an_exercise_builds_on_is_named_until_it_is_passed(@TempDir Path root) throws IOException {
        Trees.copyFixtures(root);
        Path readme = root.resolve("exercises/src/main/java/dojo/c03_prompt/e1_look_inside/README.adoc");
        Files.writeString(
                readme, Files.readString(readme).replace(":level:", ":after: find_one, count_words\n:level:"));
        Catalogue catalogue = Catalogue.read(root);
        Exercise exercise = catalogue.find("look_inside").orElseThrow();

        assertThat(ExerciseView.buildsOn(exercise, catalogue, Progress.NONE, 80))
                .extracting(Line::text)
                .containsExactly("It builds on find_one and count_words.");
        assertThat(ExerciseView.buildsOn(exercise, catalogue, Progress.NONE.withPassed("find_one"), 80))
                .extracting(Line::text)
                .containsExactly("It builds on count_words.");
        Progress all = Progress.NONE.withPassed("find_one").withPassed("count_words");
        assertThat(ExerciseView.buildsOn(exercise, catalogue, all, 80)).isEmpty();
    }
}
