package dojo.exhibits.modes;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.bill.Prices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class Modes_02_ProvisionedPaysWhenItIsUsed {

    /** US dollars for a read unit provisioned for an hour, us-east-1: AWS's price list of 2026-08-31. */
    private static final double READ_UNIT_HOUR = 0.000_13;

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("A provisioned read unit costs as much as the requests on demand that"
                    + " would use it for a bit more than a quarter of the time.");

    @Test
    void the_break_even_is_a_utilisation() {
        double hourOnDemand = Prices.onDemand().ofMillions(0, 3_600 / 1e6);
        double utilisation = READ_UNIT_HOUR / hourOnDemand;

        assertThat(hourOnDemand).isEqualTo(0.000_45);
        assertThat(utilisation).isBetween(0.25, 0.30);
        EXHIBIT.byRule("dollars-of-a-unit-hour", "0.00013");
        EXHIBIT.byRule("dollars-of-its-hour-on-demand", "0.00045");
        EXHIBIT.byRule("break-even-percent", Math.rint(100 * utilisation));
    }
}
