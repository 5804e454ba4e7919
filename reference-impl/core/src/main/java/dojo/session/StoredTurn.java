package dojo.session;

import java.time.Instant;
import java.util.Optional;

/**
 * A turn as the log holds it.
 *
 * @param number its place in the conversation, from 1, without gaps
 * @param at when the writer stored it, by the writer's clock; for display, never for order
 * @param loss why its content cannot be had any more; the turn then says {@link #LOST} and has no attributes, and the
 *     rest of the conversation is none the worse for it
 */
public record StoredTurn(long number, Instant at, Turn turn, Optional<Loss> loss) {
    /** What a turn says whose content is lost: no model takes an empty message, and none should answer to half of one. */
    public static final String LOST = "[The content of this message is lost.]";

    /** A turn whose content is there. */
    public StoredTurn(long number, Instant at, Turn turn) {
        this(number, at, turn, Optional.empty());
    }

    /** What happened to a content that was kept outside its turn's item, or packed. */
    public enum Loss {
        /** It is not where the turn says. */
        MISSING,
        /** It is there and is not what was stored: its check sum differs. */
        DAMAGED
    }
}
