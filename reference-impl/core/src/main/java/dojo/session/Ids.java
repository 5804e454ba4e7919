package dojo.session;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The rules every identifier obeys, checked before anything is written. */
final class Ids {
    /** Keys may hold 1,024 bytes (sort) and 2,048 bytes (partition); this leaves ample room for our prefixes. */
    private static final int MOST_BYTES = 512;

    private Ids() {}

    static void check(String what, String value) {
        Objects.requireNonNull(value, () -> "A " + what + " is needed, got null: pass the identifier you have.");
        if (value.isBlank()) {
            throw new IllegalArgumentException("A " + what + " must not be blank, got \"" + value
                    + "\": pass the identifier your application already has.");
        }
        if (value.chars().anyMatch(c -> c == '#' || Character.isISOControl(c))) {
            throw new IllegalArgumentException("A " + what + " must not contain '#' or control characters, got \""
                    + value + "\": '#' separates the parts of a key; encode the identifier first.");
        }
        int bytes = value.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            throw new IllegalArgumentException("A " + what + " takes at most " + MOST_BYTES + " bytes of UTF-8, got "
                    + bytes + " (\"" + value.substring(0, 40) + "…\"): use a digest of it.");
        }
    }
}
