package dojo.workbench.screen;

import dojo.lab.bill.Bill;
import dojo.lab.bill.Prices;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * What units come to in US dollars, at the prices of {@link Prices#onDemand()}.
 *
 * <p>Amounts have two significant digits: list prices leave out storage, transfer, discounts and the free tier, so a third
 * one would claim to know what nobody knows.
 */
public final class Money {
    private static final Prices PRICES = Prices.onDemand();
    private static final double CALLS_A_SECOND = 1_000;
    private static final double SECONDS_A_DAY = 86_400;
    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);
    private static final double CENT = 0.01;

    private Money() {}

    /** What this bill comes to when it is run up a thousand times a second, all day: {@code $540}. */
    public static String aDay(Bill bill) {
        return dollars(PRICES.of(bill) * CALLS_A_SECOND * SECONDS_A_DAY);
    }

    /** What this bill comes to when it is run up a million times: {@code $6.30}. */
    public static String aMillion(Bill bill) {
        return dollars(PRICES.of(bill) * 1e6);
    }

    /** An amount in two significant digits: {@code $0.54}, {@code $5.40}, {@code $540}, {@code $54,000}. */
    public static String dollars(double amount) {
        if (amount <= 0) {
            return "$0";
        } else if (amount < CENT) {
            return "less than a cent";
        }
        BigDecimal rounded = new BigDecimal(amount).round(TWO_DIGITS);
        boolean cents = rounded.compareTo(BigDecimal.TEN) < 0;
        return new DecimalFormat(cents ? "$0.00" : "$#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(rounded);
    }

    /** The prices behind every amount, with their date and source. */
    public static String basis() {
        return "Prices: " + PRICES + ".";
    }
}
