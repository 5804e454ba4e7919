package dojo.workbench.watch;

import static dojo.workbench.watch.Driver.FIRST;
import static dojo.workbench.watch.Driver.fails;
import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.exercise.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyboardTest {
    private Driver driver = new Driver();

    @Test
    void every_key_that_is_shown_does_something_and_the_others_at_most_say_when_they_would() {
        driver.save();
        driver.on(new Event.Checked(fails(FIRST)));
        WatchModel before = driver.model;
        for (char key = '!'; key <= '~'; key++) {
            boolean offered = driver.keys().indexOf(key) >= 0;
            driver.press(key);
            boolean spoke = driver.model.notice().isPresent() && driver.effects.equals(List.of(new Effect.Draw()));
            assertThat(driver.effects.isEmpty() || spoke).as("key " + key).isNotEqualTo(offered);
            driver.model = before;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "n,has to pass first; k skips it",
        "d,once this passes",
        "b,once this passes",
        "a,questions of an exercise"
    })
    void a_key_that_works_at_other_times_says_what_it_waits_for(char key, String sentence) {
        driver.save(fails(FIRST));

        driver.press(key);

        assertThat(driver.shown()).contains(sentence);
        assertThat(driver.model.exercise()).isEqualTo(FIRST);
        driver.press('h');
        assertThat(driver.shown()).doesNotContain(sentence);
    }

    @Test
    void while_a_check_runs_no_other_can_be_started() {
        driver.save();

        assertThat(driver.keys()).isEqualTo("hotlq");
    }

    @Test
    void a_reset_is_asked_for_and_then_done() {
        driver.press('x');
        assertThat(driver.keys()).isEqualTo("yn");
        assertThat(driver.shown()).contains(".dojo/archive");
        driver.press('y');

        assertThat(driver.effects).containsExactly(new Effect.Reset(FIRST), new Effect.Draw());
        driver.on(new Event.Restored(FIRST, "Back to the starter."));
        assertThat(driver.effects).containsExactly(new Effect.Forgotten(FIRST), new Effect.Draw());
        assertThat(driver.shown()).contains("Back to the starter.");
    }

    @Test
    void a_reset_that_fails_forgets_nothing() {
        driver = new Driver(Progress.NONE.withCurrent(FIRST.id()).withPassed(FIRST.id()));
        driver.press('x');
        driver.press('y');
        driver.on(new Event.Told("Nothing was changed: the disk is full."));

        assertThat(driver.effects).containsExactly(new Effect.Draw());
        assertThat(driver.model.progress().hasPassed(FIRST)).isTrue();
    }

    @Test
    void a_reset_can_be_thought_better_of() {
        driver.press('x');
        driver.press('n');

        assertThat(driver.effects).containsExactly(new Effect.Draw());
        assertThat(driver.model.question()).isEmpty();
    }

    @Test
    void hints_climb_and_stay_at_the_last() {
        int most = FIRST.readme().hints().size();
        for (int pressed = 1; pressed <= most + 2; pressed++) {
            driver.press('h');
            assertThat(driver.model.panel()).isEqualTo(new Panel.Hint(Math.min(pressed, most)));
        }
    }

    @Test
    void leaving_works_always() {
        driver.on(new Event.Opened());
        driver.press('q');
        assertThat(driver.effects).containsExactly(new Effect.Quit());
        driver.on(new Event.Closed());
        assertThat(driver.effects).containsExactly(new Effect.Quit());
    }
}
