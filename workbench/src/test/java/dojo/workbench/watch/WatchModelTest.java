package dojo.workbench.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.bill.Bill;
import dojo.workbench.check.CheckResult;
import dojo.workbench.check.Graded;
import dojo.workbench.check.Millis;
import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Progress;
import dojo.workbench.screen.Line;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WatchModelTest {
    private static final Catalogue CATALOGUE = Catalogue.read(root());
    private static final Exercise FIRST = CATALOGUE.all().get(0);
    private static final Exercise SECOND = CATALOGUE.all().get(1);

    private final List<Effect> effects = new ArrayList<>();
    private WatchModel model = WatchModel.of(CATALOGUE, Progress.NONE);

    private static Path root() {
        try {
            return Path.of(
                    WatchModelTest.class.getResource("/fixture-catalogue").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void on(Event event) {
        effects.clear();
        WatchModel.Step step = model.on(event);
        model = step.model();
        effects.addAll(step.effects());
    }

    private void press(char key) {
        on(new Event.Key(key));
    }

    private void save() {
        on(new Event.Touched());
        on(new Event.Quiet(model.ticket()));
    }

    private static Graded graded(String id) {
        return new Graded(id, List.of(), Optional.empty(), Bill.ZERO, new Millis(1, 2, 3), 1);
    }

    private static Verdict passes(Exercise exercise) {
        return new Verdict.Passes(graded(exercise.id()));
    }

    private static Verdict fails(Exercise exercise) {
        Optional<String> none = Optional.empty();
        var first = new CheckResult(
                "it_holds",
                false,
                false,
                true,
                "It does not.",
                none,
                none,
                none,
                Bill.ZERO,
                false,
                List.of(),
                List.of(),
                List.of(),
                "");
        return new Verdict.Fails(graded(exercise.id()), first);
    }

    private String keys() {
        return model.keys().stream().map(key -> Character.toString(key.key())).collect(Collectors.joining());
    }

    private String shown() {
        return WatchView.lines(model, root(), 80).stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    @Test
    void opening_follows_the_first_exercise_and_checks_it() {
        on(new Event.Opened());

        assertThat(effects)
                .containsExactly(
                        new Effect.Current(FIRST.id()),
                        new Effect.Follow(FIRST),
                        new Effect.Draw(),
                        new Effect.Check(FIRST));
        assertThat(shown()).contains("Welcome").contains("checking " + FIRST.id());
    }

    @Test
    void whoever_has_begun_is_not_welcomed_again() {
        model = WatchModel.of(CATALOGUE, Progress.NONE.withCurrent(SECOND.id()));

        assertThat(model.exercise()).isEqualTo(SECOND);
        assertThat(shown()).doesNotContain("Welcome");
    }

    @Nested
    class Saving {

        @Test
        void a_save_asks_for_quiet_and_then_for_a_check() {
            on(new Event.Touched());
            assertThat(effects).containsExactly(new Effect.Wait(1));

            on(new Event.Quiet(1));
            assertThat(effects).containsExactly(new Effect.Draw(), new Effect.Check(FIRST));
        }

        @Test
        void two_saves_in_a_row_cause_one_check() {
            on(new Event.Touched());
            on(new Event.Touched());

            on(new Event.Quiet(1));
            assertThat(effects).isEmpty();
            on(new Event.Quiet(2));
            assertThat(effects).contains(new Effect.Check(FIRST));
        }

        @Test
        void a_save_during_a_check_is_checked_afterwards() {
            save();
            save();
            assertThat(effects).isEmpty();

            on(new Event.Checked(fails(FIRST)));

            assertThat(effects).containsExactly(new Effect.Draw(), new Effect.Check(FIRST));
            assertThat(model.verdict()).isEmpty();
            on(new Event.Checked(passes(FIRST)));
            assertThat(model.passed()).isTrue();
            assertThat(effects).doesNotContain(new Effect.Check(FIRST));
        }

        @Test
        void a_save_during_a_check_that_cannot_take_place_is_checked_as_well() {
            save();
            save();

            on(new Event.NotChecked(FIRST.id(), "The endpoint is down."));

            assertThat(effects).contains(new Effect.Check(FIRST));
        }

        @Test
        void what_was_passed_under_a_former_name_is_not_passed_anew() {
            model = WatchModel.of(CATALOGUE, Progress.NONE.withPassed("fetch_one"));
            press('c');

            on(new Event.AllChecked(List.of(passes(FIRST), passes(SECOND))));

            assertThat(model.progress().passed()).containsExactlyInAnyOrder("fetch_one", SECOND.id());
        }

        @Test
        void a_save_while_all_are_checked_is_checked_afterwards() {
            press('c');
            save();

            on(new Event.AllChecked(List.of(passes(SECOND))));

            assertThat(model.progress().passed()).contains(SECOND.id());
            assertThat(effects).contains(new Effect.Check(FIRST));
        }

        @Test
        void a_save_between_touch_and_quiet_of_a_running_check_is_not_lost() {
            save();
            on(new Event.Touched());
            on(new Event.Checked(fails(FIRST)));

            on(new Event.Quiet(model.ticket()));

            assertThat(effects).contains(new Effect.Check(FIRST));
        }
    }

    @Nested
    class Moving {

        @Test
        void next_works_only_after_a_pass() {
            save();
            on(new Event.Checked(fails(FIRST)));
            assertThat(keys()).doesNotContain("n");
            press('n');
            assertThat(model.exercise()).isEqualTo(FIRST);

            save();
            on(new Event.Checked(passes(FIRST)));
            assertThat(model.exercise()).isEqualTo(FIRST);
            assertThat(keys()).startsWith("n");
            press('n');
            assertThat(model.exercise()).isEqualTo(SECOND);
            assertThat(effects).contains(new Effect.Follow(SECOND), new Effect.Check(SECOND));
        }

        @Test
        void what_is_not_solved_can_be_left_for_later() {
            save();
            on(new Event.Checked(fails(FIRST)));
            assertThat(keys()).contains("k");

            press('k');

            assertThat(model.exercise()).isEqualTo(SECOND);
            assertThat(model.progress().skipped()).containsExactly(FIRST.id());
            assertThat(model.progress().passed()).isEmpty();
        }

        @Test
        void what_is_solved_needs_no_skipping() {
            save();
            on(new Event.Checked(passes(FIRST)));

            assertThat(keys()).doesNotContain("k");
        }

        @Test
        void a_late_verdict_of_another_exercise_is_ignored() {
            on(new Event.Opened());
            on(new Event.Checked(passes(SECOND)));

            assertThat(model.verdict()).isEmpty();
            assertThat(model.checking()).isTrue();
        }

        @Test
        void next_leads_back_to_what_was_left_open() {
            Exercise last = CATALOGUE.all().get(CATALOGUE.all().size() - 1);
            model = WatchModel.of(
                    CATALOGUE, Progress.NONE.withCurrent(last.id()).withPassed(SECOND.id()));
            save();
            on(new Event.Checked(passes(last)));

            press('n');

            assertThat(model.exercise()).isEqualTo(FIRST);
        }

        @Test
        void the_last_pass_says_so_and_offers_no_next() {
            Progress most = Progress.NONE;
            for (Exercise exercise : CATALOGUE.all()) {
                most = most.withPassed(exercise.id());
            }
            model = WatchModel.of(CATALOGUE, most.withCurrent(FIRST.id()));
            save();
            on(new Event.Checked(passes(FIRST)));

            assertThat(keys()).doesNotContain("n");
            assertThat(shown()).contains("Everything: all 3 exercises passed", "What is next");
        }
    }

    @Nested
    class Keyboard {

        @Test
        void every_key_that_is_shown_does_something_and_no_other_does() {
            save();
            on(new Event.Checked(fails(FIRST)));
            WatchModel before = model;
            for (char key = '!'; key <= '~'; key++) {
                boolean offered = keys().indexOf(key) >= 0;
                press(key);
                assertThat(effects.isEmpty()).as("key " + key).isNotEqualTo(offered);
                model = before;
            }
        }

        @Test
        void while_a_check_runs_nothing_can_be_started() {
            save();

            assertThat(keys()).isEqualTo("htslq");
        }

        @Test
        void a_reset_is_asked_for_and_then_done() {
            press('x');
            assertThat(keys()).isEqualTo("yn");
            assertThat(shown()).contains(".dojo/archive");
            press('y');

            assertThat(effects).containsExactly(new Effect.Reset(FIRST), new Effect.Draw());
            on(new Event.Restored(FIRST, "Back to the starter."));
            assertThat(effects).containsExactly(new Effect.Forgotten(FIRST), new Effect.Draw());
            assertThat(shown()).contains("Back to the starter.");
        }

        @Test
        void a_reset_that_fails_forgets_nothing() {
            model = WatchModel.of(
                    CATALOGUE, Progress.NONE.withCurrent(FIRST.id()).withPassed(FIRST.id()));
            press('x');
            press('y');
            on(new Event.Told("Nothing was changed: the disk is full."));

            assertThat(effects).containsExactly(new Effect.Draw());
            assertThat(model.progress().hasPassed(FIRST)).isTrue();
        }

        @Test
        void a_reset_can_be_thought_better_of() {
            press('x');
            press('n');

            assertThat(effects).containsExactly(new Effect.Draw());
            assertThat(model.question()).isEmpty();
        }

        @Test
        void an_answer_is_earned_by_passing_and_otherwise_marked() {
            press('s');
            assertThat(effects).doesNotContain(new Effect.ReadAnswer(FIRST));
            press('y');
            assertThat(effects).contains(new Effect.Assisted(FIRST.id()), new Effect.ReadAnswer(FIRST));

            model = WatchModel.of(
                    CATALOGUE, Progress.NONE.withCurrent(FIRST.id()).withPassed(FIRST.id()));
            press('s');
            assertThat(effects).containsExactly(new Effect.ReadAnswer(FIRST));
        }

        @Test
        void hints_climb_and_stay_at_the_last() {
            int most = FIRST.readme().hints().size();
            for (int pressed = 1; pressed <= most + 2; pressed++) {
                press('h');
                assertThat(model.panel()).isEqualTo(new Panel.Hint(Math.min(pressed, most)));
            }
        }

        @Test
        void leaving_works_always() {
            on(new Event.Opened());
            press('q');
            assertThat(effects).containsExactly(new Effect.Quit());
            on(new Event.Closed());
            assertThat(effects).containsExactly(new Effect.Quit());
        }
    }

    @Test
    void only_failures_of_checks_count_as_attempts() {
        save();
        on(new Event.Checked(fails(FIRST)));
        assertThat(model.progress().attempts()).containsEntry(FIRST.id(), 1);

        save();
        on(new Event.Checked(new Verdict.DoesNotCompile(graded(FIRST.id()), List.of(), false, "No.")));
        assertThat(effects).containsExactly(new Effect.Draw());
    }

    @Test
    void a_resize_redraws_and_changes_nothing() {
        WatchModel before = model;

        on(new Event.Resized());

        assertThat(effects).containsExactly(new Effect.Draw());
        assertThat(model).isEqualTo(before);
    }

    @Test
    void back_from_the_shell_the_exercise_is_checked() {
        on(new Event.Back());

        assertThat(effects).containsExactly(new Effect.Draw(), new Effect.Check(FIRST));
    }

    @Test
    void the_view_fits_forty_columns_but_for_paths_and_listings() {
        on(new Event.Opened());
        on(new Event.Checked(fails(FIRST)));

        assertThat(WatchView.lines(model, root(), 40))
                .filteredOn(line -> !line.text().contains("/") && !line.text().startsWith("  "))
                .allSatisfy(line -> assertThat(line.columns()).isLessThanOrEqualTo(40));
    }
}
