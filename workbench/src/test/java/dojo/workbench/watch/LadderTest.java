package dojo.workbench.watch;

import static dojo.workbench.watch.Driver.FIRST;
import static dojo.workbench.watch.Driver.fails;
import static dojo.workbench.watch.Driver.graded;
import static dojo.workbench.watch.Driver.passes;
import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.bill.Bill;
import dojo.workbench.check.CheckResult;
import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.Progress;
import dojo.workbench.golf.RightAnswer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LadderTest {
    private Driver driver = new Driver();

    private void tries(int count) {
        for (int i = 0; i < count; i++) {
            driver.save(fails(FIRST));
        }
    }

    @Test
    void a_try_is_a_failure_of_something_new() {
        driver.save(fails(FIRST));
        assertThat(driver.model.progress().attempts(FIRST)).isEqualTo(1);

        driver.press('r');
        driver.on(new Event.Checked(fails(FIRST)));
        assertThat(driver.effects).containsExactly(new Effect.Draw());

        driver.save(new Verdict.DoesNotCompile(graded(FIRST.id()), List.of(), false, "No."));
        assertThat(driver.effects).containsExactly(new Effect.Draw());
        assertThat(driver.model.progress().attempts(FIRST)).isEqualTo(1);
    }

    @Test
    void a_hint_is_offered_after_three_tries_and_the_next_after_three_more() {
        tries(2);
        assertThat(driver.shown()).doesNotContain("There is a hint");
        tries(1);
        assertThat(driver.shown()).contains("There is a hint, if you like: h.");

        driver.press('h');
        driver.save(fails(FIRST));
        assertThat(driver.shown()).doesNotContain("There is a hint");
    }

    @Test
    void the_first_hint_is_about_this_run_and_comes_before_the_ladder() {
        Verdict failed =
                new Verdict.Fails(graded(FIRST.id()), sent("finds_the_notes_of_one_owner", "Scan notes, 1 RU"));
        driver.save(failed);
        assertThat(driver.shown()).contains("There is a hint about what this run did: h.");

        driver.press('h');
        assertThat(driver.shown()).contains("A Scan was sent.").doesNotContain("There is a hint");
        assertThat(driver.model.progress().hints(FIRST)).isZero();
        driver.press('h');
        assertThat(driver.model.panel()).isEqualTo(new Panel.Hint(1));

        driver.save(failed);
        assertThat(driver.shown()).doesNotContain("about what this run did");
        driver.press('h');
        assertThat(driver.model.panel()).isEqualTo(new Panel.Hint(2));
    }

    @Test
    void another_request_leads_to_another_first_hint() {
        driver.save(new Verdict.Fails(graded(FIRST.id()), sent("finds_the_notes_of_one_owner", "Scan notes, 1 RU")));
        driver.press('h');
        driver.save(new Verdict.Fails(graded(FIRST.id()), sent("finds_the_notes_of_one_owner", "Query notes, 1 RU")));
        driver.press('h');
        assertThat(driver.shown()).contains("Notes of other owners came back.");

        driver.save(new Verdict.Fails(graded(FIRST.id()), sent("another_check", "Query notes, 1 RU")));
        driver.press('h');
        assertThat(driver.model.panel()).isEqualTo(new Panel.Hint(1));
    }

    @Test
    void a_starter_has_a_first_hint_too_but_it_is_not_pressed_on_anybody() {
        Verdict untouched = new Verdict.NotStarted(
                graded(FIRST.id()), Optional.of(sent("finds_the_notes_of_one_owner", "Scan notes, 1 RU")), "");
        driver.on(new Event.Opened());
        driver.on(new Event.Checked(untouched));
        assertThat(driver.shown()).doesNotContain("There is a hint");

        driver.press('h');
        assertThat(driver.shown()).contains("A Scan was sent.");
    }

    @Test
    void after_a_pass_right_answers_are_compared() {
        assertThat(driver.keys()).doesNotContain("b");
        driver.save(passes(FIRST));

        driver.press('b');
        assertThat(driver.effects).contains(new Effect.Compare(FIRST));
        driver.on(new Event.Compared("another", List.of()));
        assertThat(driver.model.panel()).isEqualTo(new Panel.Nothing());
        driver.on(new Event.Compared(
                FIRST.id(),
                List.of(new RightAnswer(
                        RightAnswer.Whose.YOURS,
                        "yours",
                        "",
                        new Bill(2, 1, 0),
                        List.of("Query", "GetItem", "Query"),
                        Optional.empty()))));

        assertThat(driver.shown()).contains("by their bills", "2 Query, GetItem", "$11");
    }

    private static CheckResult sent(String check, String request) {
        Optional<String> none = Optional.empty();
        return new CheckResult(
                check,
                false,
                false,
                true,
                "No.",
                none,
                none,
                none,
                Bill.ZERO,
                false,
                List.of(request),
                List.of(),
                List.of(),
                "");
    }

    @Test
    void the_answer_is_sealed_until_many_tries_and_then_offered() {
        assertThat(driver.keys()).doesNotContain("s");
        tries(Ladder.TRIES_BEFORE_ANSWER);
        assertThat(driver.shown()).contains("s shows the answer and marks the");

        driver.press('s');
        assertThat(driver.effects).doesNotContain(new Effect.ReadAnswer(FIRST));
        driver.press('y');

        assertThat(driver.effects).contains(new Effect.Assisted(FIRST.id()), new Effect.ReadAnswer(FIRST));
        assertThat(driver.keys()).contains("s");
    }

    @Test
    void the_answer_is_offered_after_a_long_while_too() {
        driver.on(new Event.LongEnough("another"));
        assertThat(driver.keys()).doesNotContain("s");

        driver.on(new Event.LongEnough(FIRST.id()));
        assertThat(driver.keys()).contains("s");
    }

    @Test
    void an_answer_that_was_earned_needs_no_question() {
        driver = new Driver(Progress.NONE.withCurrent(FIRST.id()).withPassed(FIRST.id()));

        driver.press('s');

        assertThat(driver.effects).containsExactly(new Effect.ReadAnswer(FIRST));
    }

    @Test
    void what_was_passed_with_help_is_noted_for_another_day_until_it_is_begun_again() {
        driver = new Driver(Progress.NONE.withCurrent(FIRST.id()).withAssisted(FIRST.id()));
        driver.save(passes(FIRST));
        assertThat(driver.shown()).contains("noted for another day");

        driver.press('x');
        driver.press('y');
        driver.on(new Event.Restored(FIRST, "Back to the starter."));
        driver.save(passes(FIRST));

        assertThat(driver.shown()).doesNotContain("another day");
        assertThat(driver.model.progress().wasAssisted(FIRST)).isTrue();
    }
}
