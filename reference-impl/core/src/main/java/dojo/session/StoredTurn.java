package dojo.session;

import java.time.Instant;

/**
 * A turn as the log holds it.
 *
 * @param number its place in the conversation, from 1, without gaps
 * @param at when the writer stored it, by the writer's clock; for display, never for order
 */
public record StoredTurn(long number, Instant at, Turn turn) {}
