package dojo.exhibits.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.exhibits.Plot;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@WithLab(laws = "[capacity]\nscale = 1")
@WithTable
class Scaling_01_BurstIsSpentOnce {

    private static final int PROVISIONED = 2;
    private static final int RATE = 8;
    private static final Duration STEP = Duration.ofSeconds(10);

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("Five minutes of unused throughput carry a load above it for a while;"
                    + " then what is provisioned is all there is.");

    @Test
    void four_times_the_throughput_is_taken_until_the_burst_is_gone(Lab lab, LabTable table) {
        var steady = new Steady(lab, table.name(), PROVISIONED);
        lab.clock().advance(Duration.ofHours(1));

        int seconds = 0;
        var drain = Plot.bars("drain")
                .titled(
                        "A burst is spent once",
                        "For a minute and a half all writes are taken. Then the saved units are gone, and three of"
                                + " four are refused.",
                        "seconds since the load began",
                        "writes in ten seconds",
                        "taken",
                        "refused");
        for (int step = 0; step < 15; step++) {
            int throttled = steady.throttled(RATE, STEP);
            seconds = throttled == 0 ? (step + 1) * (int) STEP.toSeconds() : seconds;
            int length = (int) STEP.toSeconds();
            drain.at(step * length, RATE * length - throttled, throttled);
        }
        int wanted = RATE * 30;
        int refused = steady.throttled(RATE, Duration.ofSeconds(30));

        assertThat(seconds).isBetween(80, 110);
        assertThat(refused).isBetween(wanted * 7 / 10, wanted * 8 / 10);
        EXHIBIT.modelled("provisioned", PROVISIONED);
        EXHIBIT.modelled("writes-a-second", RATE);
        EXHIBIT.modelled("saved-units", PROVISIONED * 300);
        EXHIBIT.modelled("seconds-without-throttling", seconds);
        EXHIBIT.modelled(drain);
        EXHIBIT.modelled("percent-throttled-afterwards", Math.rint(100.0 * refused / wanted));
    }
}
