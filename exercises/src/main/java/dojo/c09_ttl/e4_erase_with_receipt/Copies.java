package dojo.c09_ttl.e4_erase_with_receipt;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Where else the items of the table lie, whoever deletes them.
 *
 * @param recovery how far back point-in-time recovery of the table reaches
 * @param exportsEnd when the last export that holds the items is deleted
 */
public record Copies(Duration recovery, Instant exportsEnd) {
    /** A copy, and the moment from which it holds nothing of the customer any more. */
    public record Copy(String where, Instant until) {}

    /** What remains of items of which the last was deleted at this time. */
    public List<Copy> after(Instant lastDelete) {
        return List.of(
                new Copy("stream", lastDelete.plus(Duration.ofHours(24))),
                new Copy("point-in-time recovery", lastDelete.plus(recovery)),
                new Copy("exports", exportsEnd));
    }
}
