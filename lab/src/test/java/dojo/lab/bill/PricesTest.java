package dojo.lab.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PricesTest {
    private static final double A_CENT_OF_A_CENT = 0.0001;

    private final Prices prices = Prices.onDemand();

    @Test
    void prices_are_stated_with_their_date_their_place_and_their_page() {
        assertThat(prices.toString())
                .contains(prices.asOf().toString(), prices.region(), "$" + prices.millionWriteUnits())
                .contains("https://aws.amazon.com/");
        assertThat(prices.millionReadUnits()).isPositive().isLessThan(prices.millionWriteUnits());
    }

    @Test
    void a_bill_costs_its_units() {
        Bill million = new Bill(9, 1e6, 2e6);

        assertThat(prices.of(million))
                .isCloseTo(2 * prices.millionWriteUnits() + prices.millionReadUnits(), within(A_CENT_OF_A_CENT))
                .isEqualTo(prices.ofMillions(2, 1));
    }
}
