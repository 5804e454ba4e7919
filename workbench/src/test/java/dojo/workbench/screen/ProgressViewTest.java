package dojo.workbench.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Progress;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProgressViewTest {
    private static final Catalogue CATALOGUE = Catalogue.read(root());

    private static Path root() {
        try {
            return Path.of(
                    ProgressViewTest.class.getResource("/fixture-catalogue").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String list(Progress progress, int width) {
        return ProgressView.list(CATALOGUE, progress, width).stream()
                .map(Line::text)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void the_list_marks_what_is_passed_and_where_the_learner_is() {
        assertThat(list(Progress.NONE.withPassed("find_one").withCurrent("count_words"), 80))
                .contains("  ✓ find_one ")
                .contains("▸ · count_words ")
                .endsWith("1 of 3");
    }

    @Test
    void help_that_was_taken_and_exercises_at_the_prompt_are_noted() {
        assertThat(list(Progress.NONE.withAssisted("find_one"), 80))
                .contains("(with help)")
                .contains("(at the prompt)");
    }

    @Test
    void the_list_is_as_approved() {
        Progress progress =
                Progress.NONE.withPassed("find_one").withSkipped("look_inside").withCurrent("count_words");
        Approved.captures("list", width -> ProgressView.list(CATALOGUE, progress, width));
    }

    @Test
    void ids_are_whole_on_a_narrow_screen() {
        assertThat(list(Progress.NONE, 40)).contains("find_one", "count_words", "look_inside");
        assertThat(list(Progress.NONE, 40).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(40));
    }

    @Test
    void the_bar_is_full_only_when_all_is_done() {
        assertThat(ProgressView.line(CATALOGUE, Progress.NONE).text()).startsWith("░".repeat(20));
        Progress all =
                Progress.NONE.withPassed("find_one").withPassed("count_words").withPassed("look_inside");
        assertThat(ProgressView.line(CATALOGUE, all).text()).isEqualTo("█".repeat(20) + " 3 of 3");
    }

    @Test
    void a_key_and_its_word_stay_on_one_line() {
        var keys = List.of(new KeyBar.Key('n', "next"), new KeyBar.Key('g', "go to the shell"));

        assertThat(KeyBar.lines(keys, 20)).extracting(Line::text).containsExactly("n next", "g go to the shell");
    }
}
