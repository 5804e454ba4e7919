package dojo.workbench.watch;

import static dojo.workbench.watch.Driver.FIRST;
import static dojo.workbench.watch.Driver.SECOND;
import static dojo.workbench.watch.Driver.fails;
import static dojo.workbench.watch.Driver.passes;
import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.exercise.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;

class SavingTest {
    private Driver driver = new Driver();

    @Test
    void a_save_asks_for_quiet_and_then_for_a_check() {
        driver.on(new Event.Touched());
        assertThat(driver.effects).containsExactly(new Effect.Wait(1));

        driver.on(new Event.Quiet(1));
        assertThat(driver.effects).containsExactly(new Effect.Draw(), new Effect.Check(FIRST));
    }

    @Test
    void two_saves_in_a_row_cause_one_check() {
        driver.on(new Event.Touched());
        driver.on(new Event.Touched());

        driver.on(new Event.Quiet(1));
        assertThat(driver.effects).isEmpty();
        driver.on(new Event.Quiet(2));
        assertThat(driver.effects).contains(new Effect.Check(FIRST));
    }

    @Test
    void a_save_during_a_check_is_checked_afterwards() {
        driver.save();
        driver.save();
        assertThat(driver.effects).isEmpty();

        driver.on(new Event.Checked(fails(FIRST)));

        assertThat(driver.effects).containsExactly(new Effect.Draw(), new Effect.Check(FIRST));
        assertThat(driver.model.verdict()).isEmpty();
        driver.on(new Event.Checked(passes(FIRST)));
        assertThat(driver.model.passed()).isTrue();
        assertThat(driver.effects).doesNotContain(new Effect.Check(FIRST));
    }

    @Test
    void a_save_during_a_check_that_cannot_take_place_is_checked_as_well() {
        driver.save();
        driver.save();

        driver.on(new Event.NotChecked(FIRST.id(), "The endpoint is down."));

        assertThat(driver.effects).contains(new Effect.Check(FIRST));
    }

    @Test
    void what_was_passed_under_a_former_name_is_not_passed_anew() {
        driver = new Driver(Progress.NONE.withPassed("fetch_one"));
        driver.press('c');

        driver.on(new Event.AllChecked(List.of(passes(FIRST), passes(SECOND))));

        assertThat(driver.model.progress().passed()).containsExactlyInAnyOrder("fetch_one", SECOND.id());
    }

    @Test
    void a_save_while_all_are_checked_is_checked_afterwards() {
        driver.press('c');
        driver.save();

        driver.on(new Event.AllChecked(List.of(passes(SECOND))));

        assertThat(driver.model.progress().passed()).contains(SECOND.id());
        assertThat(driver.effects).contains(new Effect.Check(FIRST));
    }

    @Test
    void a_save_between_touch_and_quiet_of_a_running_check_is_not_lost() {
        driver.save();
        driver.on(new Event.Touched());
        driver.on(new Event.Checked(fails(FIRST)));

        driver.on(new Event.Quiet(driver.model.work().ticket()));

        assertThat(driver.effects).contains(new Effect.Check(FIRST));
    }
}
