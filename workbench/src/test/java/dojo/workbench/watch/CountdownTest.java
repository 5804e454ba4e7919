package dojo.workbench.watch;

import static dojo.workbench.watch.Driver.FIRST;
import static dojo.workbench.watch.Driver.SECOND;
import static dojo.workbench.watch.Driver.fails;
import static dojo.workbench.watch.Driver.passes;
import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.exercise.Progress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CountdownTest {
    private static final Settings ON = new Settings(true, Duration.ofSeconds(3));

    private Driver driver = new Driver(Progress.NONE, ON);

    private void passNow() {
        driver.save(fails(FIRST));
        driver.save(passes(FIRST));
    }

    @Test
    void nobody_is_moved_who_did_not_ask_for_it() {
        driver = new Driver();
        passNow();

        assertThat(driver.model.countingDown()).isFalse();
        assertThat(driver.effects).noneMatch(Effect.Count.class::isInstance);
    }

    @Test
    void a_pass_counts_down_in_sight_and_then_goes_on() {
        passNow();
        assertThat(driver.effects).contains(new Effect.Count(3));
        assertThat(driver.shown())
                .contains("Going on to " + SECOND.id() + " in 3 s")
                .contains("keeps you here");

        driver.on(new Event.Second(2));
        driver.on(new Event.Second(1));
        assertThat(driver.shown()).contains(SECOND.id() + " in 1 s");
        driver.on(new Event.Second(0));

        assertThat(driver.model.exercise()).isEqualTo(SECOND);
        assertThat(driver.model.countingDown()).isFalse();
    }

    @Test
    void any_key_stops_it_and_does_nothing_else() {
        passNow();
        WatchModel counting = driver.model;
        for (char key = '!'; key <= '~'; key++) {
            if (key != 'n' && key != 'q') {
                driver.model = counting;
                driver.press(key);
                driver.on(new Event.Second(2));

                assertThat(driver.model.exercise()).isEqualTo(FIRST);
                assertThat(driver.model.countingDown()).as("after " + key).isFalse();
                assertThat(driver.keys()).startsWith("nA");
            }
        }
    }

    @Test
    void n_goes_on_at_once_and_q_leaves() {
        passNow();
        WatchModel counting = driver.model;
        driver.press('n');
        assertThat(driver.model.exercise()).isEqualTo(SECOND);

        driver.model = counting;
        driver.press('q');
        assertThat(driver.effects).containsExactly(new Effect.Quit());
    }

    @Test
    void a_save_stops_it_as_well() {
        passNow();

        driver.on(new Event.Touched());
        driver.on(new Event.Second(2));

        assertThat(driver.model.countingDown()).isFalse();
    }

    @Test
    void whoever_looks_at_something_passed_long_ago_stays_there() {
        driver = new Driver(Progress.NONE.withCurrent(FIRST.id()).withPassed(FIRST.id()), ON);
        driver.on(new Event.Opened());
        driver.on(new Event.Checked(passes(FIRST)));
        assertThat(driver.model.countingDown()).isFalse();

        driver.save(passes(FIRST));
        assertThat(driver.model.countingDown()).as("a pass that stays one").isFalse();
    }

    @Test
    void a_key_switches_it_on_and_off() {
        driver = new Driver();
        passNow();

        driver.press('A');
        assertThat(driver.effects).contains(new Effect.Remember(Settings.USUAL.withAutoAdvance(true)));
        assertThat(driver.model.countingDown())
                .as("the pass at hand is not affected")
                .isFalse();

        driver.press('A');
        assertThat(driver.effects).contains(new Effect.Remember(Settings.USUAL));
    }
}
