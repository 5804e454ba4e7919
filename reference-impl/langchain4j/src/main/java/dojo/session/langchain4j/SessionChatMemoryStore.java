package dojo.session.langchain4j;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import dojo.session.AsyncConversations;
import dojo.session.AsyncSessionMemory;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.StoredTurn;
import dojo.session.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A {@link ChatMemoryStore}, for those who need the framework's own memories; prefer {@link SessionChatMemories}.
 *
 * <p>What a store is given is exactly what it gives back. Messages which the log has already are not stored again, so
 * adding a message and dropping the oldest costs the new message and one small item that names the list; and what was
 * said stays in the log when it has left the list.
 *
 * <p>What no store of this interface can promise: there is no version to compare. When two requests read a list, add to
 * it and update it at the same time, the later update wins, and the message of the other is in the log and in the list
 * no more. {@link SessionChatMemories} appends, and loses nothing. Thread-safe.
 */
public final class SessionChatMemoryStore implements ChatMemoryStore {
    private final AsyncConversations here;
    private final Optional<AsyncConversations> ahead;
    private final Duration lifetime;

    private SessionChatMemoryStore(AsyncConversations here, Optional<AsyncConversations> ahead, Duration lifetime) {
        this.here = here;
        this.ahead = ahead;
        this.lifetime = lifetime;
    }

    /**
     * A store of conversations that end after {@code lifetime}.
     *
     * @param lifetime counted from the first update
     */
    public static SessionChatMemoryStore over(SessionMemory memory, Duration lifetime) {
        return new SessionChatMemoryStore(AsyncConversations.waitingIn(memory, lifetime), Optional.empty(), lifetime);
    }

    /**
     * The same, serving callers who must not wait as well: {@code getMessagesAsync}, {@code updateMessagesAsync} and
     * {@code deleteMessagesAsync} go to this memory, which has to be of the same table. Without it they fail, as the
     * framework's defaults do.
     */
    public SessionChatMemoryStore ahead(AsyncSessionMemory memory) {
        return new SessionChatMemoryStore(here, Optional.of(AsyncConversations.in(memory, lifetime)), lifetime);
    }

    /** The list as it was last updated, strongly consistent; a list of the caller's own, empty if there is none. */
    @Override
    public List<ChatMessage> getMessages(Object memoryId) {
        return Futures.answer(get(here, memoryId));
    }

    /**
     * Makes this the list, all of it; the conversation is opened if there is none.
     *
     * @throws IllegalArgumentException for a message that would not come back as it is; nothing is stored then
     * @throws IllegalStateException if others update the list all the time
     */
    @Override
    public void updateMessages(Object memoryId, List<ChatMessage> messages) {
        Futures.answer(update(here, memoryId, messages));
    }

    /**
     * Begins the conversation anew under the same id. What was said is invisible at once; it is deleted when the
     * session's lifetime is over, not now: this is no erasure in the sense of a privacy law.
     */
    @Override
    public void deleteMessages(Object memoryId) {
        Futures.answer(here.restart(session(memoryId)));
    }

    @Override
    public CompletableFuture<List<ChatMessage>> getMessagesAsync(Object memoryId) {
        return ahead.map(conversations -> get(conversations, memoryId))
                .orElseGet(() -> ChatMemoryStore.super.getMessagesAsync(memoryId));
    }

    @Override
    public CompletableFuture<Void> updateMessagesAsync(Object memoryId, List<ChatMessage> messages) {
        return ahead.map(conversations -> update(conversations, memoryId, messages))
                .orElseGet(() -> ChatMemoryStore.super.updateMessagesAsync(memoryId, messages));
    }

    @Override
    public CompletableFuture<Void> deleteMessagesAsync(Object memoryId) {
        return ahead.map(conversations -> conversations.restart(session(memoryId)))
                .orElseGet(() -> ChatMemoryStore.super.deleteMessagesAsync(memoryId));
    }

    private static CompletableFuture<List<ChatMessage>> get(AsyncConversations conversations, Object memoryId) {
        return conversations.current(session(memoryId)).thenApply(SessionChatMemoryStore::messages);
    }

    private static List<ChatMessage> messages(List<StoredTurn> stored) {
        List<ChatMessage> messages = new ArrayList<>();
        stored.forEach(turn -> MessageTurns.message(turn.turn()).ifPresent(messages::add));
        return messages;
    }

    private static CompletableFuture<Void> update(
            AsyncConversations conversations, Object memoryId, List<ChatMessage> messages) {
        List<Turn> turns = new ArrayList<>();
        messages.forEach(
                message -> turns.add(MessageTurns.ESTIMATING.turn(MessageTurns.present(message, turns.size()))));
        return conversations.replace(session(memoryId), turns);
    }

    private static SessionId session(Object memoryId) {
        return SessionId.of(memoryId.toString());
    }
}
