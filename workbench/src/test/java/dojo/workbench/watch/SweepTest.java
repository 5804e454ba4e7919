package dojo.workbench.watch;

import static dojo.workbench.watch.Driver.CATALOGUE;
import static dojo.workbench.watch.Driver.FIRST;
import static dojo.workbench.watch.Driver.SECOND;
import static dojo.workbench.watch.Driver.fails;
import static dojo.workbench.watch.Driver.passes;
import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Progress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepTest {
    private Driver driver = new Driver(allBut(FIRST).withCurrent(FIRST.id()));

    private static Progress allBut(Exercise open) {
        Progress progress = Progress.NONE;
        for (Exercise exercise : CATALOGUE.all()) {
            progress = exercise.equals(open) ? progress : progress.withPassed(exercise.id());
        }
        return progress;
    }

    private static List<Verdict> allPassBut(Exercise broken) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Exercise exercise : CATALOGUE.all()) {
            verdicts.add(exercise.equals(broken) ? fails(exercise) : passes(exercise));
        }
        return verdicts;
    }

    private static List<Verdict> allPass() {
        return CATALOGUE.all().stream().map(Driver::passes).toList();
    }

    @Test
    void the_last_pass_has_everything_looked_at_once_more() {
        driver.save(passes(FIRST));
        assertThat(driver.effects).contains(new Effect.CheckAll(CATALOGUE.all()));
        assertThat(driver.shown()).contains("once more: 0 of 3");

        driver.on(new Event.Swept(2));
        assertThat(driver.shown()).contains("once more: 2 of 3");
        driver.on(new Event.AllChecked(allPass()));

        assertThat(driver.shown())
                .contains("checked once more just now", "Everything: all 3 exercises passed", "What is next");
        assertThat(driver.keys()).doesNotContain("n");
    }

    @Test
    void what_passes_no_longer_is_open_again_and_said_to_be() {
        driver.save(passes(FIRST));

        driver.on(new Event.AllChecked(allPassBut(SECOND)));

        assertThat(driver.effects).contains(new Effect.Reopened(SECOND));
        assertThat(driver.model.progress().hasPassed(SECOND)).isFalse();
        assertThat(driver.shown())
                .contains(SECOND.id() + " passes no longer and is open again.")
                .doesNotContain("Well done");
        assertThat(driver.keys()).startsWith("n");
    }

    @Test
    void verdicts_stand_in_columns() {
        driver.press('c');
        driver.on(new Event.AllChecked(allPassBut(SECOND)));

        assertThat(driver.shown()
                        .lines()
                        .filter(line -> line.matches("[✓✗] \\w+  +\\w+"))
                        .map(line -> Math.max(line.indexOf(" passes"), line.indexOf(" fails")))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void what_could_not_be_checked_stays_passed() {
        driver.save(passes(FIRST));

        driver.on(new Event.AllChecked(List.of(passes(FIRST))));

        assertThat(driver.model.progress().hasPassed(SECOND)).isTrue();
    }

    @Test
    void a_pass_of_what_was_passed_before_is_no_last_pass() {
        driver = new Driver(allBut(FIRST).withPassed(FIRST.id()).withCurrent(FIRST.id()));

        driver.save(passes(FIRST));

        assertThat(driver.effects).noneMatch(Effect.CheckAll.class::isInstance);
        assertThat(driver.shown()).contains("No exercise is left open");
    }
}
