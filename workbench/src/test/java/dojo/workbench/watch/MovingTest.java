package dojo.workbench.watch;

import static dojo.workbench.watch.Driver.CATALOGUE;
import static dojo.workbench.watch.Driver.FIRST;
import static dojo.workbench.watch.Driver.SECOND;
import static dojo.workbench.watch.Driver.fails;
import static dojo.workbench.watch.Driver.passes;
import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Progress;
import org.junit.jupiter.api.Test;

class MovingTest {
    private Driver driver = new Driver();

    @Test
    void next_works_only_after_a_pass() {
        driver.save();
        driver.on(new Event.Checked(fails(FIRST)));
        assertThat(driver.keys()).doesNotContain("n");
        driver.press('n');
        assertThat(driver.model.exercise()).isEqualTo(FIRST);

        driver.save();
        driver.on(new Event.Checked(passes(FIRST)));
        assertThat(driver.model.exercise()).isEqualTo(FIRST);
        assertThat(driver.keys()).startsWith("n");
        driver.press('n');
        assertThat(driver.model.exercise()).isEqualTo(SECOND);
        assertThat(driver.effects).contains(new Effect.Follow(SECOND), new Effect.Check(SECOND));
    }

    @Test
    void what_is_not_solved_can_be_left_for_later() {
        driver.save();
        driver.on(new Event.Checked(fails(FIRST)));
        assertThat(driver.keys()).contains("k");

        driver.press('k');

        assertThat(driver.model.exercise()).isEqualTo(SECOND);
        assertThat(driver.model.progress().skipped()).containsExactly(FIRST.id());
        assertThat(driver.model.progress().passed()).isEmpty();
    }

    @Test
    void what_is_solved_needs_no_skipping() {
        driver.save();
        driver.on(new Event.Checked(passes(FIRST)));

        assertThat(driver.keys()).doesNotContain("k");
    }

    @Test
    void a_late_verdict_of_another_exercise_is_ignored() {
        driver.on(new Event.Opened());
        driver.on(new Event.Checked(passes(SECOND)));

        assertThat(driver.model.verdict()).isEmpty();
        assertThat(driver.model.work().checking()).isTrue();
    }

    @Test
    void next_leads_back_to_what_was_left_open() {
        Exercise last = CATALOGUE.all().get(CATALOGUE.all().size() - 1);
        driver = new Driver(Progress.NONE.withCurrent(last.id()).withPassed(SECOND.id()));
        driver.save();
        driver.on(new Event.Checked(passes(last)));

        driver.press('n');

        assertThat(driver.model.exercise()).isEqualTo(FIRST);
    }
}
