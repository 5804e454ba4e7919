package dojo.session;

/**
 * Remembers conversations: each turn once, in one order, however often a caller repeats itself.
 *
 * <p>Expected refusals are answers. What the database client throws passes through; then the outcome is unknown, and
 * the remedy is always the same: call again with the same arguments. Bad arguments are refused with
 * {@link IllegalArgumentException} before any request. Implementations are safe for use by many threads.
 */
public interface SessionMemory {
    /** Opens a session, unless one of this id is alive. Repeating the same wish is harmless. */
    Created create(NewSession wish);

    /**
     * Stores a turn right after {@code expected}, or says what stands there instead.
     *
     * <p>Send one turn of a writer at a time: show the position of the one before it. A retry shows what the first
     * attempt showed.
     */
    Append append(Position expected, Turn turn);

    /** Loads what a model needs to go on: latest turns, latest summary, and who and when. */
    Loaded load(SessionId session, Window window);

    /**
     * Begins the conversation anew: nothing said before is visible, and no writer can add to the old log.
     *
     * <p>Each call begins anew; a repeated call also drops what was said between the two.
     */
    Restarted restart(SessionId session);

    /** Reads back a {@link Position#token()}; refuses a damaged one. */
    Position position(String token);
}
