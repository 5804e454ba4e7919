package dojo.session;

import java.util.List;

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

    /**
     * Stores 1 to 99 turns right after {@code expected}, all or none; the answer's position is that of the last.
     *
     * <p>A batch whose first turns were stored before, by other calls, is completed if nobody spoke since, and answered
     * with {@link Append.Partly} if somebody did.
     */
    Append append(Position expected, List<Turn> turns);

    /**
     * Stores a turn at the end of the log, for a writer who has no position, unless it is found there already.
     *
     * <p>How far back it is looked for, and what that costs, is the scope's to say. Conflicts are followed.
     */
    Append append(SessionId session, Turn turn, Scope scope);

    /** Loads what a model needs to go on: latest turns, latest summary, and who and when. */
    Loaded load(SessionId session, Window window);

    /** Reads up to {@code limit} turns after the one of number {@code after}, oldest first; 0 begins at the beginning. */
    Transcript read(SessionId session, long after, int limit);

    /**
     * Stores a summary right after the latest one, unless the same work is stored already.
     *
     * <p>It has to say where it comes from, {@link Summary#origin()}. A summary of a session that is over, erased, or
     * begun anew since its turns were read is refused, by an answer.
     */
    Stored store(SessionId session, Summary summary);

    /**
     * Makes the {@link #current} list exactly this one, in this order; the log keeps all that was said.
     *
     * <p>For frameworks that hand over whole lists. Turns are recognised by role, text and attributes: those which the
     * log has already are not stored again, whatever their ids. The change is seen as a whole or not at all.
     *
     * <p>What it cannot promise: the caller shows no version, so of two lists that were made from the same one, the
     * later call wins, and turns that only the earlier one has are in the log but in the list no more. A turn that
     * somebody appends during the call may be left out of the list in the same way. Who must not lose a turn appends it.
     *
     * @throws UnsupportedOperationException if this memory keeps no such list
     */
    default Replaced replace(SessionId session, List<Turn> turns) {
        throw new UnsupportedOperationException("This memory keeps no list beside its log: append, and load.");
    }

    /**
     * The list that {@link #replace} has stored, followed by the turns appended since; all turns if none was stored.
     *
     * <p>The answer has no summary: the list is what its writer wants to be read.
     *
     * @throws UnsupportedOperationException if this memory keeps no such list
     */
    default Loaded current(SessionId session) {
        throw new UnsupportedOperationException("This memory keeps no list beside its log: append, and load.");
    }

    /**
     * Changes what is known about a session besides its turns, if nobody else did since the expected revision.
     *
     * <p>The retry of the latest change is recognised. Turns are not metadata: their number is
     * {@link Context#turnCount()}.
     */
    Updated update(SessionId session, Change change);

    /**
     * Lists the sessions of a customer that are alive, newest activity first; guests have no list.
     *
     * <p>Eventually consistent, and in the order of steps of time: see {@link Listed}.
     */
    Listed sessions(CustomerId customer, Page page);

    /**
     * Overwrites what a turn said, in its place; its attributes go as well.
     *
     * <p>A late retry of the turn still finds it stored, because id and hash of the payload stay: a short text can be
     * guessed from its hash. Summaries that may quote it are emptied, and the answer says which. One that is being made
     * from it meanwhile is not: redact again when it is stored. Title and preview are the caller's to change.
     */
    Redacted redact(SessionId session, long number, String replacement);

    /** The same, leaving nothing to show: loads and transcripts pass over the turn, and its number is not used again. */
    Redacted remove(SessionId session, long number);

    /**
     * Erases all that is known of a customer: turns, summaries, markers, lists and metadata of all sessions, and refuses
     * to create a session for the customer for a while.
     *
     * <p>Repeat the call until it is {@link Erased.Done}, also after an exception: it goes on where it ended. Late
     * retries of other calls bring nothing back. What is stored outside of the table is the caller's to erase.
     */
    Erased erase(CustomerId customer);

    /** The same for the session of a guest; its id can be used again at once, by another wish. */
    Erased erase(SessionId guest);

    /** Lets sessions be created again for a customer who was erased and came back; nothing erased returns. */
    Readmitted readmit(CustomerId customer);

    /**
     * Begins the conversation anew: nothing said before is visible, and no writer can add to the old log.
     *
     * <p>Each call begins anew; a repeated call also drops what was said between the two. What was known about the
     * conversation, {@link Metadata}, is gone with it.
     */
    Restarted restart(SessionId session);

    /** Reads back a {@link Position#token()}; refuses a damaged one. */
    Position position(String token);
}
