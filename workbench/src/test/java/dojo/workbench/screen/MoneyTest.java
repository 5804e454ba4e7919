package dojo.workbench.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dojo.lab.bill.Bill;
import dojo.lab.bill.Prices;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @Test
    void fifty_read_units_a_thousand_times_a_second_are_540_dollars_a_day() {
        double unitsADay = 50 * 86_400.0 * 1_000;
        double dollars = unitsADay / 1e6 * Prices.onDemand().millionReadUnits();

        assertThat(unitsADay).isEqualTo(4_320_000_000.0);
        assertThat(dollars).isEqualTo(540.0, within(1e-9));
        assertThat(Money.aDay(new Bill(1, 50, 0))).isEqualTo("$540");
    }

    @Test
    void write_units_have_a_price_of_their_own() {
        double dollars = 3 * 86.4 * Prices.onDemand().millionWriteUnits()
                + 2 * 86.4 * Prices.onDemand().millionReadUnits();

        assertThat(dollars).isEqualTo(183.6, within(1e-9));
        assertThat(Money.aDay(new Bill(1, 2, 3))).isEqualTo("$180");
    }

    @Test
    void a_million_calls_cost_a_million_times_the_bill() {
        assertThat(Money.aMillion(new Bill(1, 50, 0))).isEqualTo("$6.30");
        assertThat(Money.aMillion(new Bill(1, 0, 1))).isEqualTo("$0.63");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0         | $0
            0.0000001 | less than a cent
            0.0099    | less than a cent
            0.01      | $0.01
            0.544     | $0.54
            5.4       | $5.40
            9.94      | $9.90
            9.96      | $10
            10.8      | $11
            54.49     | $54
            99.6      | $100
            545       | $550
            1049      | $1,000
            54321     | $54,000
            12345678  | $12,000,000
            """)
    void amounts_have_two_digits_that_mean_something(double amount, String shown) {
        assertThat(Money.dollars(amount)).isEqualTo(shown);
    }

    @Test
    void amounts_read_the_same_in_every_country() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Money.dollars(54321.5)).isEqualTo("$54,000");
            assertThat(Money.dollars(5.44)).isEqualTo("$5.40");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void the_basis_names_date_region_and_source() {
        assertThat(Money.basis()).contains("as of 20", "us-east-1", "https://aws.amazon.com/");
    }
}
