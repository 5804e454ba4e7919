package dojo.workbench.shell.view;

import java.util.Locale;

/** Amounts as people read them. */
final class Sizes {
    private static final double KILO = 1_024;

    private Sizes() {}

    /** {@code 12,345}. */
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1.5} and {@code 3}. */
    static String units(double units) {
        return units == Math.rint(units) ? number((long) units) : String.format(Locale.ROOT, "%,.1f", units);
    }

    static String bytes(long bytes) {
        if (bytes < KILO) {
            return bytes + (bytes == 1 ? " byte" : " bytes");
        }
        double kilo = bytes / KILO;
        return kilo < KILO
                ? String.format(Locale.ROOT, "%.1f KB", kilo)
                : String.format(Locale.ROOT, "%.1f MB", kilo / KILO);
    }
}
