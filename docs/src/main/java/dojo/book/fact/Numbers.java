package dojo.book.fact;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Prints numbers one way: thousands in groups, no zeros that say nothing. */
final class Numbers {

    private Numbers() {}

    static String text(double number, int decimals) {
        return format("#,##0." + "#".repeat(decimals), number);
    }

    /** Two decimals as on a bill; a sum below a cent keeps three digits that count. */
    static String dollars(double number) {
        if (number != 0 && Math.abs(number) < 0.01) {
            return "$"
                    + BigDecimal.valueOf(number)
                            .round(new MathContext(3, RoundingMode.HALF_UP))
                            .stripTrailingZeros()
                            .toPlainString();
        }
        return "$" + format("#,##0.00", number);
    }

    private static String format(String pattern, double number) {
        var format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(BigDecimal.valueOf(number));
    }
}
