package dojo.workbench.browse;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Progress;
import dojo.workbench.screen.Approved;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Press;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowseViewTest {
    private static final Progress SOME = Progress.NONE
            .withPassed("ex_1")
            .withPassed("ex_2")
            .withAssisted("ex_2")
            .withSkipped("ex_3")
            .withCurrent("ex_4");

    @TempDir
    Path root;

    private BrowseModel model;

    @BeforeEach
    void many_exercises() throws IOException {
        Many.exercises(root, 67);
        model = BrowseModel.of(Catalogue.read(root), SOME);
    }

    private BrowseModel after(String keys) {
        BrowseModel next = model;
        for (int i = 0; i < keys.length(); i++) {
            next = next.on(Press.of(keys.charAt(i)), 10).model();
        }
        return next;
    }

    private static int rows(int columns) {
        return columns == 80 ? 24 : 40;
    }

    private static List<String> text(List<Line> lines) {
        return lines.stream().map(Line::text).toList();
    }

    @Test
    void the_list_is_as_approved() {
        Approved.captures("browse", width -> BrowseView.lines(model, width, rows(width)));
    }

    @Test
    void the_middle_with_filters_is_as_approved() {
        Approved.captures("browse-filtered", width -> BrowseView.lines(after("lGkkk"), width, rows(width)));
    }

    @Test
    void a_search_is_as_approved() {
        Approved.captures("browse-search", width -> BrowseView.lines(after("t/number 6"), width, rows(width)));
    }

    @Test
    void a_search_without_result_is_as_approved() {
        Approved.captures("browse-empty", width -> BrowseView.lines(after("/nowhere"), width, rows(width)));
    }

    @ParameterizedTest
    @CsvSource({"40,8", "40,24", "57,12", "80,24", "200,50", "120,5"})
    void it_fits_and_shows_what_is_chosen_wherever_that_is(int width, int height) {
        for (String keys :
                List.of("g", "jjjjjjjjjj", "G", "t", "/6", "/nothing like this at all, however long one types it")) {
            BrowseModel there = after(keys);
            List<Line> lines = BrowseView.lines(there, width, height);

            assertThat(lines).hasSizeLessThanOrEqualTo(height);
            assertThat(lines).allSatisfy(line -> assertThat(line.columns()).isLessThanOrEqualTo(width));
            if (height >= 8) {
                there.chosen()
                        .ifPresent(exercise -> assertThat(text(lines))
                                .anySatisfy(line ->
                                        assertThat(line).startsWith("▸ ").contains(exercise.id())));
            }
        }
    }

    @Test
    void every_exercise_is_seen_by_going_down() {
        BrowseModel there = after("g");
        for (int i = 1; i <= 67; i++) {
            String id = "ex_" + i;
            assertThat(text(BrowseView.lines(there, 80, 24)))
                    .anySatisfy(line -> assertThat(line).contains("▸").contains(id));
            there = there.on(Press.of('j'), 10).model();
        }
    }

    @Test
    void a_page_is_what_the_window_holds() {
        assertThat(BrowseView.page(model, 80, 24)).isBetween(8, 20);
        assertThat(BrowseView.page(model, 40, 3)).isEqualTo(1);
    }
}
