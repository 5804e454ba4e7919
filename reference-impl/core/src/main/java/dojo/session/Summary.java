package dojo.session;

import java.time.Instant;

/** What turns {@code from} to {@code to} (both included) said, in short. */
public record Summary(long from, long to, String text, Instant at) {
    public Summary {
        if (from < 1 || to < from) {
            throw new IllegalArgumentException("A summary covers turns from 1 upwards, got " + from + " to " + to
                    + ": pass the numbers of the first and last turn it read.");
        }
    }
}
