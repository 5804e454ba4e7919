package dojo.exhibits.modes;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@WithLab(laws = "[capacity]\nscale = 1")
@WithTable
class Modes_01_MeanOfTheHourFailsItsLoudestMinute {

    private static final int QUIET = 59;
    private static final int LOUD = 1_000;

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("Provisioned for more than the mean of an hour, a table throttles"
            + " the hour's loudest minute even with its burst; on demand the same minute passes.");

    @Test
    void the_loud_minute_passes_on_demand_and_is_throttled_when_provisioned(Lab lab, LabTable table) {
        var shop = new Shop(lab, table.name());
        int onDemand = hour(shop);
        shop.provision(1);
        int provisioned = hour(shop);

        assertThat(onDemand).isZero();
        assertThat(provisioned).isGreaterThan(LOUD / 2);
        EXHIBIT.modelled("orders-of-the-quiet-minutes", QUIET);
        EXHIBIT.modelled("orders-of-the-loud-minute", LOUD);
        EXHIBIT.byRule("mean-a-second", Math.rint(100.0 * (QUIET + LOUD) / 3_600) / 100.0);
        EXHIBIT.modelled("provisioned", 1);
        EXHIBIT.modelled("throttled-on-demand", onDemand);
        EXHIBIT.modelled("throttled-provisioned", provisioned);
    }

    /** Throttled orders of the loud minute, after 59 quiet ones. */
    private static int hour(Shop shop) {
        assertThat(shop.orders(QUIET, Duration.ofMinutes(59))).isZero();
        return shop.orders(LOUD, Duration.ofMinutes(1));
    }
}
