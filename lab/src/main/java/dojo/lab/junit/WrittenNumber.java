package dojo.lab.junit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody typed where a number belongs: the number, or why it cannot be taken. */
public sealed interface WrittenNumber {

    /** The number. */
    record Read(double value) implements WrittenNumber {
        @Override
        public String toString() {
            return WrittenNumber.text(value);
        }
    }

    /** Not one number of zero or more; the sentence says what to write instead. */
    record Refused(String sentence) implements WrittenNumber {}

    /**
     * Reads {@code 2}, {@code 0.5}, {@code .5}, {@code 0,5}, {@code 1/2} and {@code ½}; refuses units, words, signs and
     * what can be read in two ways.
     */
    static WrittenNumber of(String typed) {
        String text = typed.strip().replaceAll("^[\"'](.*)[\"']$", "$1").strip();
        if (text.isEmpty()) {
            return new Refused("Nothing was typed; write a number, for example 2.5.");
        } else if (text.length() > Forms.LONGEST) {
            return new Refused("That is too long for a number; write one of at most nine digits.");
        } else if (Forms.NEGATIVE.matcher(text).matches()) {
            return new Refused(
                    "\"" + text + "\" is below zero, and nothing here can be; if you mean nothing, write 0.");
        }
        return number(text);
    }

    private static WrittenNumber number(String text) {
        Matcher fraction = Forms.FRACTION.matcher(text);
        if (text.equals("½")) {
            return new Read(0.5);
        } else if (fraction.matches()) {
            return divided(text, new BigDecimal(fraction.group(1)), new BigDecimal(fraction.group(2)));
        } else if (Forms.TWO_WAYS.matcher(text).matches()) {
            return new Refused("\"" + text + "\" can be read in two ways; write " + text.replace(",", "") + " or "
                    + text.replace(',', '.') + ".");
        } else if (Forms.GROUPED.matcher(text).matches()) {
            return new Refused("\"" + text + "\" has gaps; write " + text.replaceAll("\\D", "") + " in one piece.");
        } else if (Forms.PLAIN.matcher(text).matches()) {
            return new Read(new BigDecimal(text.replace(',', '.').replaceFirst("[.]$", "")).doubleValue());
        }
        return new Refused(noNumber(text));
    }

    private static WrittenNumber divided(String text, BigDecimal over, BigDecimal under) {
        return under.signum() == 0
                ? new Refused("\"" + text + "\" divides by zero; write a number, for example 2.5.")
                : new Read(over.divide(under, MathContext.DECIMAL64).doubleValue());
    }

    private static String noNumber(String text) {
        for (Pattern form : List.of(Forms.PRICE, Forms.WITH_UNIT)) {
            Matcher unit = form.matcher(text);
            if (unit.matches()) {
                return "\"" + text + "\" is more than a number; write " + unit.group(1)
                        + " alone, the question says of what.";
            }
        }
        if (text.chars().anyMatch(c -> c >= '0' && c <= '9')) {
            return "\"" + text + "\" is not one number; write the one that you believe most, for example 2.5.";
        }
        return "\"" + text + "\" is not a number; write it in digits, for example 0.5.";
    }

    /** Without zeros that say nothing: 3, 0.5. */
    static String text(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** How numbers look; here because an interface has no private constants. */
    final class Forms {
        private static final int LONGEST = 40;
        private static final String DIGITS = "\\d{1,9}";
        private static final Pattern NEGATIVE = Pattern.compile("[-\u2212\u2013]\\s*[\\d.,½].*");
        private static final Pattern FRACTION = Pattern.compile("(" + DIGITS + ")\\s*/\\s*(" + DIGITS + ")");
        private static final Pattern TWO_WAYS = Pattern.compile("[1-9]\\d{0,2},\\d{3}");
        private static final Pattern GROUPED =
                Pattern.compile("\\d{1,3}([ _'\u00a0\u202f]\\d{3})+|\\d{1,3}([,.]\\d{3}){2,}");
        private static final Pattern PLAIN = Pattern.compile("\\+?(" + DIGITS + "([.,]\\d{0,9})?|[.,]" + DIGITS + ")");
        private static final String NUMBER = "(" + DIGITS + "(?:[.,]\\d{1,9})?|[.,]" + DIGITS + ")";
        private static final Pattern PRICE = Pattern.compile("[$€]\\s*" + NUMBER);
        private static final Pattern WITH_UNIT = Pattern.compile(
                NUMBER
                        + "\\s*([$€%]|[rwc]{1,2}u|[rwc]{1,2}us|u|[kmg]i?b|b|(read|write|request|unit|item|page|byte)[a-z ]*)",
                Pattern.CASE_INSENSITIVE);

        private Forms() {}
    }
}
