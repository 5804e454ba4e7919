package dojo.session.dynamo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dojo.session.Summary;
import dojo.session.Turn;

/** What is too large is refused before any request. */
final class Sizes {
    /** An item holds 409,600 bytes; what is left over is for keys, names and numbers. */
    private static final int MOST_BYTES = 400_000;

    private Sizes() {}

    /** For a turn that has to fit into its item. */
    static void check(Turn turn) {
        long bytes = bytes(turn);
        if (bytes > MOST_BYTES) {
            throw new IllegalArgumentException("Turn " + turn.id() + " takes " + bytes + " bytes, an item holds about "
                    + MOST_BYTES + ": say it in fewer words.");
        }
    }

    static void check(Summary summary) {
        int bytes = summary.text().getBytes(UTF_8).length;
        if (bytes > MOST_BYTES) {
            throw new IllegalArgumentException("The summary of turns " + summary.from() + " to " + summary.to()
                    + " takes " + bytes + " bytes, an item holds about " + MOST_BYTES + ": say it in fewer words.");
        }
    }

    static long bytes(Turn turn) {
        long bytes = turn.text().getBytes(UTF_8).length;
        for (var attribute : turn.attributes().entrySet()) {
            bytes += attribute.getKey().getBytes(UTF_8).length;
            bytes += attribute.getValue().getBytes(UTF_8).length;
        }
        return bytes;
    }
}
