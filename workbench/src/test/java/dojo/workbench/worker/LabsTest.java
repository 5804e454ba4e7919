package dojo.workbench.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Whoever asks for a lab gets one, whatever the one before has or has not done yet. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class LabsTest {
    private final Labs labs = new Labs();

    @Test
    void a_run_that_asks_before_the_one_before_has_refilled_gets_its_lab() throws Exception {
        labs.take().close();
        FutureTask<Lab> early = new FutureTask<>(labs::take);
        Thread asking = new Thread(early, "asking");
        asking.setDaemon(true);
        asking.start();
        while (asking.getState() != Thread.State.WAITING && asking.isAlive()) {
            Thread.onSpinWait();
        }

        labs.refill();

        try (Lab second = early.get(50, TimeUnit.SECONDS);
                Lab third = labs.take()) {
            assertThat(second).isNotSameAs(third);
            assertThat(second.backstage().listTables().tableNames()).isEmpty();
        }
    }

    @Test
    void a_run_that_ended_without_refilling_costs_the_next_one_time_only() throws Exception {
        try (Lab first = labs.take();
                Lab second = labs.take()) {
            assertThat(first).isNotSameAs(second);
        }
    }
}
