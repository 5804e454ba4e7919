package dojo.lab.laws;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tomlj.Toml;

/** Single values of a laws file, both ways. */
final class Scalars {

    /** Beyond this a number is easier to read with an exponent. */
    private static final double PLAIN = 1e15;

    private Scalars() {}

    /** The value does not fit; the message says what to give instead, to follow the key and the value seen. */
    static final class Unfit extends Exception {

        private static final long serialVersionUID = 1;

        Unfit(String remedy) {
            super(remedy);
        }

        String remedy() {
            return String.valueOf(getMessage());
        }
    }

    static Object read(Class<?> type, Object given) throws Unfit {
        Object value = fitting(type, given);
        if (value == null) {
            throw new Unfit(wanted(type, given));
        }
        return value;
    }

    private static @org.jspecify.annotations.Nullable Object fitting(Class<?> type, Object given) throws Unfit {
        if (type == boolean.class) {
            return given instanceof Boolean ? given : null;
        }
        if (type == String.class) {
            return given instanceof String ? given : null;
        }
        if (type == long.class) {
            return given instanceof Long ? given : null;
        }
        if (type == int.class) {
            return given instanceof Long number && number == number.intValue() ? (Object) number.intValue() : null;
        }
        if (type == double.class) {
            double number = given instanceof Number any ? any.doubleValue() : Double.NaN;
            return Double.isNaN(number) ? null : (Object) number;
        }
        if (!(given instanceof String text)) {
            return null;
        }
        return type == Duration.class
                ? Spans.read(text).orElse(null)
                : constants(type).stream()
                        .filter(constant -> spelling(constant).equals(text))
                        .findFirst()
                        .orElse(null);
    }

    private static String wanted(Class<?> type, Object given) {
        if (type.isEnum() && given instanceof String text) {
            Optional<String> nearest = Nearest.of(text, words(type));
            return nearest.map(word -> "Did you mean \"" + word + "\"? ").orElse("") + "Give " + describe(type) + ".";
        }
        if (type == Duration.class && given instanceof Number number) {
            return "A time needs a unit, and quotes around both: \"" + number + " ms\" or \"" + number + " s\".";
        }
        return "Give " + describe(type) + ".";
    }

    /** What is to be given, in words. */
    static String describe(Class<?> type) {
        if (type == boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == long.class) {
            return "a whole number" + (type == int.class ? " up to 2,147,483,647" : "");
        }
        if (type == double.class) {
            return "a number";
        }
        if (type == String.class) {
            return "a text in quotes";
        }
        if (type == Duration.class) {
            return "a time such as \"20 ms\" or \"1 h 30 min\"";
        }
        return words(type).stream().map(word -> '"' + word + '"').collect(Collectors.joining(", ", "one of ", ""));
    }

    /** A value of the type, to show how one looks. */
    static String example(Class<?> type) {
        if (type == boolean.class) {
            return "true";
        }
        if (type == int.class || type == long.class) {
            return "3";
        }
        if (type == double.class) {
            return "0.5";
        }
        return '"'
                + (type == String.class
                        ? "…"
                        : type == Duration.class ? "20 ms" : words(type).get(0))
                + '"';
    }

    static String write(Object value) {
        if (value instanceof Double number) {
            return number(number);
        }
        if (value instanceof Boolean || value instanceof Number) {
            return value.toString();
        }
        String text = value instanceof Duration time
                ? Spans.write(time)
                : value instanceof Enum<?> constant ? spelling(constant) : value.toString();
        return '"' + Toml.tomlEscape(text).toString() + '"';
    }

    private static String number(double number) {
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        boolean negativeZero = number == 0 && 1 / number < 0;
        if (number == Math.rint(number) && Math.abs(number) < PLAIN && !negativeZero) {
            return Long.toString((long) number);
        }
        boolean small = Math.abs(number) > 1e-9 && Math.abs(number) < PLAIN;
        return small
                ? new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString()
                : Double.toString(number);
    }

    private static List<String> words(Class<?> type) {
        return constants(type).stream().map(Scalars::spelling).toList();
    }

    private static List<Enum<?>> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .<Enum<?>>map(constant -> (Enum<?>) constant)
                .toList();
    }

    private static String spelling(Enum<?> constant) {
        return Part.kebab(constant.name());
    }
}
