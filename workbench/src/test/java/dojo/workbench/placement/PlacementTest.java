package dojo.workbench.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Progress;
import dojo.workbench.screen.Approved;
import dojo.workbench.screen.FakeTerminal;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Screen;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(180)
class PlacementTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<Question> ASKED = Questions.read(ROOT).all();
    private static final Catalogue CATALOGUE = Catalogue.read(ROOT);
    private static final List<Integer> ALL_RIGHT =
            ASKED.stream().map(Question::right).toList();
    private static final List<Integer> NOTHING = ASKED.stream().map(one -> 0).toList();

    private static Result result(List<Integer> answers, Progress progress) {
        return Result.of(ASKED, answers, CATALOGUE, progress);
    }

    /** Right up to the question, unknown from there on. */
    private static List<Integer> rightBefore(int question) {
        return IntStream.range(0, ASKED.size())
                .map(i -> i < question ? ALL_RIGHT.get(i) : 0)
                .boxed()
                .toList();
    }

    private static List<String> ids(List<Exercise> exercises) {
        return exercises.stream().map(Exercise::id).toList();
    }

    @Test
    void there_are_ten_questions_whose_right_answers_form_no_pattern() {
        assertThat(ASKED).hasSize(10);
        assertThat(Questions.read(ROOT).problems()).isEmpty();
        assertThat(ASKED).allSatisfy(question -> {
            assertThat(CATALOGUE.find(question.exercise())).isPresent();
            assertThat(question.options()).hasSize(4).doesNotHaveDuplicates();
        });
        assertThat(ALL_RIGHT).contains(1, 2, 3, 4);
    }

    @Test
    void whoever_knows_nothing_starts_at_the_beginning_and_skips_nothing() {
        Result result = result(NOTHING, Progress.NONE);

        assertThat(result.start().map(Exercise::id)).contains("look_around");
        assertThat(result.known()).isEmpty();
        assertThat(result.unknown()).isEqualTo(10);
    }

    @Test
    void whoever_knows_the_beginning_starts_behind_it() {
        Result result = result(rightBefore(3), Progress.NONE);

        assertThat(ids(result.known())).containsExactly("look_around", "first_query", "latest_turns");
        assertThat(result.start().map(Exercise::id)).contains("read_every_page");
    }

    @Test
    void an_exercise_with_two_questions_is_known_only_if_both_are_right() {
        List<Integer> half = new ArrayList<>(ALL_RIGHT);
        half.set(9, 0);

        assertThat(ids(result(half, Progress.NONE).known())).doesNotContain("append_once");
        assertThat(result(half, Progress.NONE).start().map(Exercise::id)).contains("append_once");
        assertThat(ids(result(ALL_RIGHT, Progress.NONE).known())).contains("append_once");
    }

    @Test
    void accepting_marks_nothing_as_passed_and_leaves_what_was_passed() {
        Progress before = Progress.NONE.withPassed("first_query");
        Progress after = result(rightBefore(3), before).accepted(before);

        assertThat(after.passed()).containsExactly("first_query");
        assertThat(after.skipped()).containsExactly("latest_turns", "look_around");
        assertThat(after.current()).contains("read_every_page");
        assertThat(result(NOTHING, Progress.NONE).accepted(Progress.NONE))
                .isEqualTo(Progress.NONE.withCurrent("look_around"));
    }

    @Test
    void whoever_knows_all_is_not_sent_back_to_what_was_asked() {
        Result result = result(ALL_RIGHT, Progress.NONE);

        assertThat(result.right()).isEqualTo(10);
        assertThat(result.start())
                .satisfies(start -> assertThat(ASKED)
                        .noneMatch(question -> start.map(Exercise::id)
                                .filter(question.exercise()::equals)
                                .isPresent()));
    }

    @Test
    void a_question_is_as_approved() {
        Approved.captures("placement-question", width -> PlacementView.question(ASKED, 4, width));
    }

    @Test
    void the_proposal_is_as_approved() {
        Approved.captures(
                "placement-proposal",
                width -> PlacementView.proposal(result(rightBefore(3), Progress.NONE), width, width == 80 ? 24 : 40));
    }

    @Test
    void the_result_is_as_approved() {
        Approved.captures(
                "placement-result", width -> PlacementView.result(result(rightBefore(8), Progress.NONE), width));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 63, 200})
    void nothing_is_wider_than_the_screen_but_an_address(int width) {
        for (int i = 0; i < ASKED.size(); i++) {
            fits(PlacementView.question(ASKED, i, width), width);
        }
        fits(PlacementView.proposal(result(NOTHING, Progress.NONE), width, 60), width);
        fits(PlacementView.reason(result(NOTHING, Progress.NONE), 4, width), width);
        fits(PlacementView.result(result(NOTHING, Progress.NONE), width), width);
    }

    private static void fits(List<Line> lines, int width) {
        assertThat(lines)
                .filteredOn(line -> !line.text().contains("https://"))
                .allSatisfy(line -> assertThat(line.columns()).isLessThanOrEqualTo(width));
    }

    @Test
    void a_low_window_keeps_the_proposal_and_its_keys() {
        assertThat(PlacementView.proposal(result(NOTHING, Progress.NONE), 80, 8))
                .hasSizeLessThanOrEqualTo(8)
                .last()
                .asString()
                .contains("y start there");
    }

    @Test
    void the_questions_are_asked_in_turn_and_an_answer_can_be_taken_back() throws Exception {
        assertThat(asked("00b0 zx\u001b[A900000000", "Proposal", "y").map(Result::answers))
                .contains(NOTHING);
    }

    @Test
    void whoever_leaves_or_says_no_changes_nothing() throws Exception {
        assertThat(asked("0000000000", "Proposal", "n")).isEmpty();
        assertThat(asked("12", "question 3 of 10", "q")).isEmpty();
        assertThat(asked("1", "question 2 of 10", "\u0003")).isEmpty();
        assertThat(asked("1", "question 2 of 10", "\u001b")).isEmpty();
    }

    @Test
    void what_was_not_known_is_explained_before_the_decision() throws Exception {
        assertThat(asked("0000000000w", "question 1, taught by " + ASKED.get(0).exercise(), "qy"))
                .isPresent();
    }

    private static Optional<Result> asked(String keys, String seen, String last) throws Exception {
        try (FakeTerminal terminal = new FakeTerminal(80, 30)) {
            CompletableFuture<Optional<Result>> asking =
                    CompletableFuture.supplyAsync(() -> Placement.of(ASKED, CATALOGUE, Progress.NONE)
                            .run(terminal.terminal(), Screen.on(terminal.terminal())));
            terminal.see("question 1 of 10");
            terminal.type(keys);
            terminal.see(seen);
            terminal.type(last);
            return asking.get(30, TimeUnit.SECONDS);
        }
    }
}
