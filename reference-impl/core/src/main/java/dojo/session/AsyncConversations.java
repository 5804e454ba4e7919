package dojo.session;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * {@link Conversations} for callers who must not wait.
 *
 * <p>Costs the same. Futures fail with what the database client threw, or with the {@link IllegalStateException} that
 * the waiting form throws; a failure may come wrapped in a {@code CompletionException}, as the futures are dependent
 * ones. Thread-safe.
 */
public final class AsyncConversations {
    private final Talk talk;

    private AsyncConversations(Talk talk) {
        this.talk = talk;
    }

    /** Conversations which end after {@code lifetime}, counted from their first turn. */
    public static AsyncConversations in(AsyncSessionMemory memory, Duration lifetime) {
        return in(memory, lifetime, lifetime);
    }

    /** The same, but a silence of {@code idle} ends a conversation earlier. */
    public static AsyncConversations in(AsyncSessionMemory memory, Duration lifetime, Duration idle) {
        return new AsyncConversations(new Talk(TalkSteps.of(memory, Conversations.STEP_BACK), lifetime, idle));
    }

    /**
     * The same over a memory that waits: every future is done when it is handed out.
     *
     * <p>For code which serves both kinds of callers and is written once.
     */
    public static AsyncConversations waitingIn(SessionMemory memory, Duration lifetime) {
        return new AsyncConversations(new Talk(TalkSteps.of(memory, Conversations.STEP_BACK), lifetime, lifetime));
    }

    /** See {@link Conversations#append}. */
    public CompletableFuture<Void> append(SessionId session, List<Turn> turns) {
        return talk.append(session, turns);
    }

    /** See {@link Conversations#appendOnce}. */
    public CompletableFuture<Void> appendOnce(SessionId session, List<Turn> turns, int lookBack) {
        return talk.appendOnce(session, turns, lookBack);
    }

    /** See {@link Conversations#load}. */
    public CompletableFuture<List<StoredTurn>> load(SessionId session, Window window) {
        return talk.load(session, window);
    }

    /** See {@link SessionMemory#read}; none if the conversation has not begun, or has ended. */
    public CompletableFuture<List<StoredTurn>> read(SessionId session, long after, int limit) {
        return talk.read(session, after, limit);
    }

    /** See {@link Conversations#replace}. */
    public CompletableFuture<Void> replace(SessionId session, List<Turn> turns) {
        return talk.replace(session, turns);
    }

    /** See {@link Conversations#current}. */
    public CompletableFuture<List<StoredTurn>> current(SessionId session) {
        return talk.current(session);
    }

    /** See {@link Conversations#restart}. */
    public CompletableFuture<Void> restart(SessionId session) {
        return talk.restart(session);
    }
}
