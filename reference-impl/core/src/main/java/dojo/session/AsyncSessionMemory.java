package dojo.session;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * {@link SessionMemory} for callers who must not wait.
 *
 * <p>Bad arguments are refused with {@link IllegalArgumentException} by the call itself; what the database client throws
 * fails the future, unwrapped. Implementations are safe for use by many threads.
 */
public interface AsyncSessionMemory {
    /** See {@link SessionMemory#create(NewSession)}. */
    CompletableFuture<Created> create(NewSession wish);

    /** See {@link SessionMemory#append(Position, Turn)}. */
    CompletableFuture<Append> append(Position expected, Turn turn);

    /** See {@link SessionMemory#append(Position, List)}. */
    CompletableFuture<Append> append(Position expected, List<Turn> turns);

    /** See {@link SessionMemory#append(SessionId, Turn, Scope)}. */
    CompletableFuture<Append> append(SessionId session, Turn turn, Scope scope);

    /** See {@link SessionMemory#load(SessionId, Window)}. */
    CompletableFuture<Loaded> load(SessionId session, Window window);

    /** See {@link SessionMemory#read(SessionId, long, int)}. */
    CompletableFuture<Transcript> read(SessionId session, long after, int limit);

    /** See {@link SessionMemory#store(SessionId, Summary)}. */
    CompletableFuture<Stored> store(SessionId session, Summary summary);

    /** See {@link SessionMemory#replace(SessionId, List)}. */
    default CompletableFuture<Replaced> replace(SessionId session, List<Turn> turns) {
        throw new UnsupportedOperationException("This memory keeps no list beside its log: append, and load.");
    }

    /** See {@link SessionMemory#current(SessionId)}. */
    default CompletableFuture<Loaded> current(SessionId session) {
        throw new UnsupportedOperationException("This memory keeps no list beside its log: append, and load.");
    }

    /** See {@link SessionMemory#update(SessionId, Change)}. */
    CompletableFuture<Updated> update(SessionId session, Change change);

    /** See {@link SessionMemory#sessions(CustomerId, Page)}. */
    CompletableFuture<Listed> sessions(CustomerId customer, Page page);

    /** See {@link SessionMemory#redact(SessionId, long, String)}. */
    CompletableFuture<Redacted> redact(SessionId session, long number, String replacement);

    /** See {@link SessionMemory#remove(SessionId, long)}. */
    CompletableFuture<Redacted> remove(SessionId session, long number);

    /** See {@link SessionMemory#erase(CustomerId)}. */
    CompletableFuture<Erased> erase(CustomerId customer);

    /** See {@link SessionMemory#erase(SessionId)}. */
    CompletableFuture<Erased> erase(SessionId guest);

    /** See {@link SessionMemory#readmit(CustomerId)}. */
    CompletableFuture<Readmitted> readmit(CustomerId customer);

    /** See {@link SessionMemory#restart(SessionId)}. */
    CompletableFuture<Restarted> restart(SessionId session);

    /** Reads back a {@link Position#token()}; refuses a damaged one. */
    Position position(String token);
}
