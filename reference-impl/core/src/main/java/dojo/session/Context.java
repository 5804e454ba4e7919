package dojo.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a model needs to go on with a conversation.
 *
 * @param metadata what is known about the conversation besides its turns
 * @param turns the latest turns, oldest first
 * @param summary the latest summary, however many turns came after it
 * @param cut whether the conversation began before the first turn of this window
 * @param turnCount how many turns were ever stored, removed ones included; read off the tail, not kept anywhere
 * @param tail where the next turn goes, even if the window holds no turn
 */
public record Context(
        SessionId session,
        Optional<CustomerId> customer,
        Instant createdAt,
        Instant expiresAt,
        Metadata metadata,
        Optional<Summary> summary,
        List<StoredTurn> turns,
        boolean cut,
        long turnCount,
        Position tail) {
    public Context {
        turns = List.copyOf(turns);
    }

    /** Those turns of the window that the summary does not cover; all of them if there is no summary. */
    public List<StoredTurn> turnsAfterSummary() {
        long covered = summary.map(Summary::to).orElse(0L);
        return turns.stream().filter(turn -> turn.number() > covered).toList();
    }
}
