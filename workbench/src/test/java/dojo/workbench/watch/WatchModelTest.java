package dojo.workbench.watch;

import static dojo.workbench.watch.Driver.FIRST;
import static dojo.workbench.watch.Driver.SECOND;
import static dojo.workbench.watch.Driver.fails;
import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.exercise.Progress;
import org.junit.jupiter.api.Test;

class WatchModelTest {
    private Driver driver = new Driver();

    @Test
    void opening_follows_the_first_exercise_and_checks_it() {
        driver.on(new Event.Opened());

        assertThat(driver.effects)
                .containsExactly(
                        new Effect.Current(FIRST.id()),
                        new Effect.Follow(FIRST),
                        new Effect.Draw(),
                        new Effect.Check(FIRST));
        assertThat(driver.shown()).contains("Welcome").contains("checking " + FIRST.id());
    }

    @Test
    void whoever_has_begun_is_not_welcomed_again() {
        driver = new Driver(Progress.NONE.withCurrent(SECOND.id()));

        assertThat(driver.model.exercise()).isEqualTo(SECOND);
        assertThat(driver.shown()).doesNotContain("Welcome");
    }

    @Test
    void the_primer_is_offered_at_the_first_start_and_not_again() {
        assertThat(Keys.works(driver.model, 'i')).isTrue();

        driver.on(new Event.Key('i'));

        assertThat(driver.effects).containsExactly(new Effect.OpenWindow(Elsewhere.PRIMER));
        driver.on(new Event.NoWindow(Elsewhere.PRIMER));
        assertThat(driver.shown()).contains("./dojo primer --plain");
        assertThat(Keys.works(new Driver(Progress.NONE.withCurrent(SECOND.id())).model, 'i'))
                .isFalse();
    }

    @Test
    void a_resize_redraws_for_the_new_window() {
        driver.on(new Event.Resized(40, 12));

        assertThat(driver.effects).containsExactly(new Effect.Draw());
        assertThat(driver.model.window()).isEqualTo(new Window(Driver.ROOT, 40, 12));
        assertThat(driver.model.exercise()).isEqualTo(FIRST);
    }

    @Test
    void back_from_the_shell_the_exercise_is_checked() {
        driver.on(new Event.Back());

        assertThat(driver.effects).containsExactly(new Effect.Draw(), new Effect.Check(FIRST));
    }

    @Test
    void the_view_fits_forty_columns_but_for_paths_and_listings() {
        driver.on(new Event.Opened());
        driver.on(new Event.Checked(fails(FIRST)));
        driver.on(new Event.Resized(40, 0));

        assertThat(WatchView.lines(driver.model))
                .filteredOn(line -> !line.text().contains("/") && !line.text().startsWith("  "))
                .allSatisfy(line -> assertThat(line.columns()).isLessThanOrEqualTo(40));
    }
}
