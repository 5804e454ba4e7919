package dojo.lab.replication;

import java.time.Duration;
import java.util.Locale;

/** Times as the trace spells them. */
final class Words {

    private Words() {}

    /** Milliseconds, or seconds from one second on. */
    static String duration(Duration duration) {
        double millis = duration.toNanos() / 1e6;
        return millis < 1000 ? trimmed(millis) + " ms" : trimmed(millis / 1000) + " s";
    }

    private static String trimmed(double number) {
        return String.format(Locale.ROOT, "%.1f", number).replaceFirst("\\.0$", "");
    }
}
