package dojo.workbench.shell;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A step of time as somebody types it: {@code +3h}, {@code 2d}, {@code +1h30m}, {@code +500 ms}. Pure. */
final class TimeStep {
    private static final Pattern WHOLE = Pattern.compile("\\+?((\\d{1,9})\\s*(ms|s|min|m|h|d)\\s*)+");
    private static final Pattern PART = Pattern.compile("(\\d{1,9})\\s*(ms|s|min|m|h|d)");

    private TimeStep() {}

    /** Empty if it is no step of time. */
    static Optional<Duration> parse(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        try {
            if (text.startsWith("p") || text.startsWith("+p")) {
                return Optional.of(Duration.parse(text.replaceFirst("^\\+", "")))
                        .filter(step -> !step.isNegative());
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        if (!WHOLE.matcher(text).matches()) {
            return Optional.empty();
        }
        Duration sum = Duration.ZERO;
        Matcher parts = PART.matcher(text);
        while (parts.find()) {
            sum = sum.plus(unit(parts.group(2)).multipliedBy(Long.parseLong(parts.group(1))));
        }
        return Optional.of(sum);
    }

    private static Duration unit(String name) {
        return switch (name) {
            case "ms" -> Duration.ofMillis(1);
            case "s" -> Duration.ofSeconds(1);
            case "h" -> Duration.ofHours(1);
            case "d" -> Duration.ofDays(1);
            default -> Duration.ofMinutes(1);
        };
    }
}
