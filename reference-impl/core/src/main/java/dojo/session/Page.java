package dojo.session;

import java.util.Optional;

/**
 * Which part of a list is wanted.
 *
 * @param size at most so many entries
 * @param after where the page before it ended, as its answer said; empty for the first page
 */
public record Page(int size, Optional<String> after) {
    private static final int MOST = 100;

    public Page {
        if (size < 1 || size > MOST) {
            throw new IllegalArgumentException("A page holds 1 to " + MOST + " entries, got " + size
                    + ": ask for what fits on a screen, and for the next page when it is wanted.");
        }
    }

    public static Page first(int size) {
        return new Page(size, Optional.empty());
    }

    public static Page after(String token, int size) {
        return new Page(size, Optional.of(token));
    }
}
