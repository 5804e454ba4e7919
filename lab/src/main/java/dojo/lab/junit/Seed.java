package dojo.lab.junit;

import java.util.Random;

/**
 * The number from which a check draws everything that may vary; the same seed gives the same check.
 *
 * @param value from the configuration parameter {@code dojo.seed}, 1 unless set
 */
public record Seed(long value) {

    /** A source of numbers that starts over at each call. */
    public Random random() {
        return new Random(value);
    }

    /** An id that differs from seed to seed, such as {@code s-k3f9x}. */
    public String id(String prefix) {
        long mixed = new Random(value * 31 + prefix.hashCode()).nextLong() >>> 1;
        return prefix + "-" + Long.toString(mixed, 36).substring(0, 5);
    }
}
