package dojo.workbench.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.bill.Bill;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Progress;
import dojo.workbench.exercise.ProgressFile;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportsTest {
    private static final Catalogue CATALOGUE = Catalogue.read(root());
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private static Path root() {
        try {
            return Path.of(ReportsTest.class.getResource("/fixture-catalogue").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Progress everything() {
        Progress progress = Progress.NONE;
        for (Exercise exercise : CATALOGUE.all()) {
            progress = progress.withPassed(exercise.id()).withBest(exercise.id(), exercise.par());
        }
        return progress;
    }

    @ParameterizedTest
    @EnumSource
    void who_has_done_nothing_gets_a_report_that_says_so(Reports format) {
        assertThat(format.of(CATALOGUE, Progress.NONE, DAY))
                .contains("Made on 2026-11-22.", "0 of 3 exercises passed", "No hints taken.", "No bill noted yet.")
                .doesNotContain("assisted");
    }

    @ParameterizedTest
    @EnumSource
    void who_has_done_everything_is_told_how(Reports format) {
        assertThat(format.of(CATALOGUE, everything(), DAY))
                .contains("3 of 3 exercises passed, 3 of them without seeing the answer.")
                .contains("0 over par");
    }

    @ParameterizedTest
    @EnumSource
    void help_is_marked_honestly_passed_or_not(Reports format) {
        Progress progress = Progress.NONE
                .withHint("find_one", 2)
                .withAssisted("find_one")
                .withPassed("find_one")
                .withAssisted("count_words")
                .withBest("find_one", new Bill(3, 20, 0));

        assertThat(format.of(CATALOGUE, progress, DAY))
                .contains("1 of 3 exercises passed, 0 of them without seeing the answer.")
                .contains("assisted: saw the answer, 2 hints")
                .contains("3 requests, 20 RU", "over par", "2 hints taken.");
    }

    @ParameterizedTest
    @EnumSource
    void a_pass_has_the_day_on_which_it_was(Reports format, @TempDir Path folder) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
        Progress progress = ProgressFile.in(folder, sentence -> {}, clock).update(now -> now.withPassed("find_one"));

        assertThat(format.of(CATALOGUE, progress, DAY)).contains("passed on 2026-11-20");
    }

    @ParameterizedTest
    @EnumSource
    void names_that_no_exercise_has_are_listed_and_not_counted(Reports format) {
        assertThat(format.of(CATALOGUE, Progress.NONE.withPassed("from_another_pack"), DAY))
                .contains("0 of 3", "Not in this catalogue:")
                .containsPattern("from\\\\?_another");
    }

    @ParameterizedTest
    @EnumSource
    void the_same_progress_on_the_same_day_is_the_same_report(Reports format) {
        assertThat(format.of(CATALOGUE, everything(), DAY)).isEqualTo(format.of(CATALOGUE, everything(), DAY));
    }

    @Test
    void the_page_needs_nothing_else_and_fits_light_dark_and_paper() {
        assertThat(Reports.HTML.of(CATALOGUE, everything(), DAY))
                .contains("prefers-color-scheme: dark", "@media print", "<meta charset=\"utf-8\">")
                .doesNotContain("<script", "<link", "src=", "url(", "@import");
    }

    @Test
    void html_and_markdown_take_nothing_for_markup() {
        String nasty = "<img src=x onerror=alert('1')> & \"q\" | [a](b) `c` *d*\n# e";

        assertThat(HtmlReport.escaped(nasty))
                .doesNotContain("<", ">", "\"", "'")
                .contains("&lt;img", "&amp; ");
        assertThat(MarkdownReport.escaped(nasty))
                .doesNotContain("<", "\n")
                .contains("\\|", "\\[a\\]", "\\`c\\`", "\\*d\\*", "\\# e");
    }
}
