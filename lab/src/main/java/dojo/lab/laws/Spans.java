package dojo.lab.laws;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 20 ms}, {@code 1 h 30 min}; or by ISO 8601: {@code PT1H30M}. */
final class Spans {

    /** From the longest to the shortest. */
    private static final Map<String, Duration> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put("d", Duration.ofDays(1));
        UNITS.put("h", Duration.ofHours(1));
        UNITS.put("min", Duration.ofMinutes(1));
        UNITS.put("s", Duration.ofSeconds(1));
        UNITS.put("ms", Duration.ofMillis(1));
        UNITS.put("us", Duration.ofNanos(1_000));
        UNITS.put("ns", Duration.ofNanos(1));
    }

    private static final Pattern PIECE = Pattern.compile("\\s*(\\d{1,18}(?:\\.\\d{1,9})?)\\s*([a-zµ]+)\\s*");

    private Spans() {}

    /** The time that is written, or nothing if none is. */
    static Optional<Duration> read(String text) {
        if (text.strip().toUpperCase(Locale.ROOT).matches("-?P.*")) {
            try {
                return Optional.of(Duration.parse(text.strip()));
            } catch (DateTimeParseException | ArithmeticException noDuration) {
                return Optional.empty();
            }
        }
        Matcher piece = PIECE.matcher(text);
        Duration sum = Duration.ZERO;
        int end = 0;
        while (end < text.length() && piece.find(end) && piece.start() == end) {
            Duration unit = UNITS.get(piece.group(2).replace('µ', 'u'));
            if (unit == null) {
                return Optional.empty();
            }
            try {
                sum = sum.plus(times(unit, piece.group(1)));
            } catch (ArithmeticException tooLongOrTooExact) {
                return Optional.empty();
            }
            end = piece.end();
        }
        return end == text.length() && end > 0 ? Optional.of(sum) : Optional.empty();
    }

    /** The same time in as few units as it needs. */
    static String write(Duration time) {
        if (time.isNegative()) {
            return time.toString();
        }
        StringBuilder text = new StringBuilder();
        Duration rest = time;
        for (Map.Entry<String, Duration> unit : UNITS.entrySet()) {
            long count = rest.dividedBy(unit.getValue());
            if (count > 0) {
                text.append(text.isEmpty() ? "" : " ").append(count).append(' ').append(unit.getKey());
                rest = rest.minus(unit.getValue().multipliedBy(count));
            }
        }
        return text.isEmpty() ? "0 s" : text.toString();
    }

    private static Duration times(Duration unit, String number) {
        BigDecimal nanos = new BigDecimal(number)
                .multiply(BigDecimal.valueOf(unit.getSeconds())
                        .movePointRight(9)
                        .add(BigDecimal.valueOf(unit.getNano())));
        BigDecimal[] secondsAndNanos = nanos.divideAndRemainder(BigDecimal.ONE.movePointRight(9));
        return Duration.ofSeconds(secondsAndNanos[0].longValueExact(), secondsAndNanos[1].longValueExact());
    }
}
