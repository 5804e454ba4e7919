package dojo.workbench.golf;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.bill.Bill;
import dojo.workbench.check.Graded;
import dojo.workbench.check.Millis;
import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Progress;
import dojo.workbench.screen.Approved;
import dojo.workbench.screen.Line;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GolfViewTest {
    private static final Catalogue CATALOGUE = Catalogue.read(root());
    private static final Exercise EXERCISE = CATALOGUE.find("find_one").orElseThrow();
    private static final Bill PAR = EXERCISE.par();
    private static final Bill OVER = new Bill(4, 12.5, 0);
    private static final Bill UNDER = new Bill(1, 0.5, 0);

    private static Path root() {
        try {
            return Path.of(GolfViewTest.class.getResource("/fixture-catalogue").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Score score(Bill best, boolean assisted) {
        return new Score(EXERCISE, Optional.of(best), assisted);
    }

    private static String board(List<Score> scores, int width) {
        return GolfView.board(scores, width).stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    private static String after(Bill bill, Progress progress) {
        var verdict =
                new Verdict.Passes(new Graded("find_one", List.of(), Optional.of(bill), PAR, new Millis(1, 2, 3), 1));
        return GolfView.after(verdict, EXERCISE, progress, 80).stream()
                .map(Line::text)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void a_pass_says_how_it_compares_with_par_and_with_oneself() {
        assertThat(after(PAR, Progress.NONE.withBest("find_one", PAR))).isEqualTo("  golf: par, your best so far");
        assertThat(after(OVER, Progress.NONE.withBest("find_one", PAR)))
                .isEqualTo("  golf: over par, your best is 1 request, 1 RU");
        assertThat(after(UNDER, Progress.NONE.withBest("find_one", UNDER)))
                .startsWith("  golf: under par, your best so far. Nobody knew");
    }

    @Test
    void help_is_never_hidden() {
        assertThat(after(PAR, Progress.NONE.withBest("find_one", PAR).withAssisted("find_one")))
                .endsWith("your best so far (with help)");
        assertThat(board(List.of(score(PAR, true)), 120)).contains("par*").contains("1 of them with help (*)");
    }

    @Test
    void what_does_not_pass_or_has_no_price_scores_nothing() {
        var failed = new Verdict.TimedOut(
                new Graded("find_one", List.of(), Optional.of(PAR), PAR, new Millis(1, 2, 3), 1),
                Duration.ofSeconds(1),
                Optional.empty(),
                "",
                "");

        assertThat(GolfView.after(failed, EXERCISE, Progress.NONE, 80)).isEmpty();
    }

    @Test
    void one_request_more_at_the_same_price_is_over_par() {
        assertThat(Standing.of(new Bill(2, 1, 0), new Bill(1, 1, 0))).isEqualTo(Standing.OVER);
        assertThat(Standing.of(new Bill(1, 5, 0), new Bill(1, 0, 1))).isEqualTo(Standing.PAR);
        assertThat(Standing.of(new Bill(9, 4.5, 0), new Bill(1, 0, 1))).isEqualTo(Standing.UNDER);
    }

    @Test
    void who_has_played_nothing_is_told_how_to_begin() {
        assertThat(board(Score.all(CATALOGUE, Progress.NONE), 80)).contains("No bests yet");
    }

    @Test
    void the_board_is_as_approved() {
        List<Score> scores = List.of(
                score(PAR, false),
                score(OVER, true),
                score(UNDER, false),
                new Score(EXERCISE, Optional.empty(), false));
        Approved.captures("golf", width -> GolfView.board(scores, width));
        Approved.captures("golf-nothing-played", width -> GolfView.board(Score.all(CATALOGUE, Progress.NONE), width));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 200})
    void only_the_address_of_the_prices_is_wider_than_the_screen(int width) {
        assertThat(GolfView.board(List.of(score(new Bill(99_999, 1e6, 1e6), true)), width))
                .filteredOn(line -> !line.text().contains("https://"))
                .allSatisfy(line -> assertThat(line.columns()).isLessThanOrEqualTo(width));
    }
}
