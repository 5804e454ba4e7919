package dojo.workbench.track;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.bill.Bill;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Progress;
import dojo.workbench.exercise.Trees;
import dojo.workbench.screen.Approved;
import dojo.workbench.screen.Line;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackViewTest {
    private static final Progress DONE = Progress.NONE
            .withTrack("short")
            .withPassed("find_one")
            .withPassed("count_words")
            .withBest("find_one", new Bill(1, 1.0, 0))
            .withHint("find_one", 2)
            .withAssisted("count_words");

    @TempDir
    Path root;

    private Catalogue catalogue;

    @BeforeEach
    void the_fixtures() throws IOException {
        Trees.copyFixtures(root);
        catalogue = Catalogue.read(root);
    }

    @Test
    void the_tracks_are_as_approved() {
        Progress some = Progress.NONE.withTrack("short").withPassed("find_one");
        Approved.captures("tracks", width -> TrackView.all(catalogue, some, width));
    }

    @Test
    void the_ending_is_as_approved() {
        Approved.captures("ending", width -> EndingView.lines(catalogue, DONE, width));
    }

    @Test
    void the_ending_tells_help_bills_and_what_is_next() {
        String text = text(EndingView.lines(catalogue, DONE, 120));

        assertThat(text)
                .contains("A short one: all 2 exercises passed")
                .contains("find_one     1 request, 1 read unit, at par, 2 hints")
                .contains("count_words  no bill noted, saw the answer")
                .contains("1 of 2 at par, 2 hints and 1 answer taken")
                .contains("./dojo track everything: 1 more exercise, 1 min")
                .contains("./dojo reset count_words");
    }

    @Test
    void a_dearer_pass_is_not_called_par_and_may_be_tried_again() {
        String text = text(
                EndingView.lines(catalogue, DONE.withTrack("short").withBest("count_words", new Bill(2, 1, 0)), 120));

        assertThat(text).contains("2 requests, 1 read unit, saw the answer").contains("./dojo open count_words");
    }

    @Test
    void an_ending_is_reached_when_the_track_is_passed_and_not_before() {
        assertThat(EndingView.isReached(catalogue, DONE)).isTrue();
        assertThat(EndingView.isReached(catalogue, DONE.withTrack("everything")))
                .isFalse();
        assertThat(EndingView.isReached(
                        catalogue, Progress.NONE.withTrack("short").withSkipped("find_one")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 57, 200})
    void nothing_is_wider_than_the_screen(int width) {
        assertThat(EndingView.lines(catalogue, DONE, width))
                .allSatisfy(line -> assertThat(line.columns()).isLessThanOrEqualTo(width));
        assertThat(TrackView.all(catalogue, DONE, width))
                .allSatisfy(line -> assertThat(line.columns()).isLessThanOrEqualTo(width));
    }

    @Test
    void minutes_are_told_as_people_do() {
        assertThat(List.of(TrackView.duration(45), TrackView.duration(78), TrackView.duration(120)))
                .containsExactly("45 min", "1 h 18 min", "2 h");
    }

    private static String text(List<Line> lines) {
        return String.join("\n", lines.stream().map(Line::text).toList());
    }
}
