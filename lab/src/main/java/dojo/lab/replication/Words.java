package dojo.lab.replication;

import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keys and times as the trace spells them. */
final class Words {

    private static final int LONGEST = 80;

    private Words() {}

    /** The values of a key, in its order. */
    static String key(Map<String, AttributeValue> key) {
        String text = key.values().stream().map(Words::value).collect(Collectors.joining(" "));
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** Milliseconds, or seconds from one second on. */
    static String duration(Duration duration) {
        double millis = duration.toNanos() / 1e6;
        return millis < 1000 ? trimmed(millis) + " ms" : trimmed(millis / 1000) + " s";
    }

    private static String trimmed(double number) {
        return String.format(Locale.ROOT, "%.1f", number).replaceFirst("\\.0$", "");
    }

    private static String value(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s();
            case N -> value.n();
            case B -> Base64.getEncoder().encodeToString(value.b().asByteArray());
            default -> value.toString();
        };
    }
}
