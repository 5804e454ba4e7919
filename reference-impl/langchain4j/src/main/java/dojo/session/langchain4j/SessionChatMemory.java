package dojo.session.langchain4j;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.memory.ChatMemory;
import dojo.session.AsyncConversations;
import dojo.session.SessionId;
import dojo.session.StoredTurn;
import dojo.session.Turn;
import dojo.session.Window;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One conversation.
 *
 * <p>As in the framework's own memories there is one system message, the latest, which stays however long ago it was
 * added; it comes first. A tool result whose call fell out of the window is left out.
 *
 * @param here what waits
 * @param ahead what does not, if there is any
 */
record SessionChatMemory(
        Object id,
        SessionId session,
        AsyncConversations here,
        Optional<AsyncConversations> ahead,
        Window window,
        MessageTurns turns,
        SystemMessages systems)
        implements ChatMemory {
    /** Appends the message, one write; a system message costs a load, and no write if it is in force. */
    @Override
    public void add(ChatMessage message) {
        add(List.of(message));
    }

    @Override
    public void add(Iterable<ChatMessage> messages) {
        Futures.answer(add(here, listOf(messages)));
    }

    /** The latest messages, as fresh as the window says, tool results behind their calls; a list of the caller's own. */
    @Override
    public List<ChatMessage> messages() {
        return Futures.answer(messages(here));
    }

    /** Begins the conversation anew, with these; messages that cannot be kept are refused before that. */
    @Override
    public void set(Iterable<ChatMessage> messages) {
        Futures.answer(set(here, listOf(messages)));
    }

    @Override
    public CompletableFuture<Void> addAsync(List<ChatMessage> messages) {
        return ahead.map(conversations -> add(conversations, listOf(messages)))
                .orElseGet(() -> ChatMemory.super.addAsync(messages));
    }

    @Override
    public CompletableFuture<List<ChatMessage>> messagesAsync() {
        return ahead.map(this::messages).orElseGet(ChatMemory.super::messagesAsync);
    }

    @Override
    public CompletableFuture<Void> setAsync(List<ChatMessage> messages) {
        return ahead.map(conversations -> set(conversations, listOf(messages)))
                .orElseGet(() -> ChatMemory.super.setAsync(messages));
    }

    /**
     * Begins the conversation anew under the same id. What was said is invisible at once; it is deleted when the
     * session's lifetime is over, not now: this is no erasure in the sense of a privacy law.
     */
    @Override
    public void clear() {
        Futures.answer(here.restart(session));
    }

    private static List<ChatMessage> listOf(Iterable<ChatMessage> messages) {
        List<ChatMessage> list = new ArrayList<>();
        messages.forEach(message -> list.add(MessageTurns.present(message, list.size())));
        return list;
    }

    private CompletableFuture<Void> add(AsyncConversations conversations, List<ChatMessage> messages) {
        boolean asks = messages.stream().anyMatch(SystemMessage.class::isInstance);
        CompletableFuture<Optional<ChatMessage>> system = asks
                ? conversations
                        .load(session, window)
                        .thenCompose(stored -> systems.inForce(conversations, session, stored))
                : CompletableFuture.completedFuture(Optional.empty());
        // Messages that cannot be kept are refused before any request of theirs.
        List<Turn> all = messages.stream().map(turns::turn).toList();
        return system.thenCompose(
                inForce -> conversations.append(session, asks ? withoutRepeated(inForce, messages, all) : all));
    }

    /** A system message that is in force already is not added again. */
    private static List<Turn> withoutRepeated(
            Optional<ChatMessage> inForce, List<ChatMessage> messages, List<Turn> all) {
        List<Turn> added = new ArrayList<>();
        Optional<ChatMessage> system = inForce;
        for (int i = 0; i < all.size(); i++) {
            ChatMessage message = messages.get(i);
            if (message instanceof SystemMessage) {
                if (system.equals(Optional.of(message))) {
                    continue;
                }
                system = Optional.of(message);
            }
            added.add(all.get(i));
        }
        return added;
    }

    private CompletableFuture<Void> set(AsyncConversations conversations, List<ChatMessage> messages) {
        if (messages.isEmpty()) {
            throw new IllegalArgumentException(
                    "Messages to begin with are needed, got none: clear the memory instead.");
        }
        List<Turn> all = withoutRepeated(
                Optional.empty(), messages, messages.stream().map(turns::turn).toList());
        return conversations.restart(session).thenCompose(anew -> conversations.append(session, all));
    }

    private CompletableFuture<List<ChatMessage>> messages(AsyncConversations conversations) {
        return conversations
                .load(session, window)
                .thenCompose(stored ->
                        systems.inForce(conversations, session, stored).thenApply(system -> shown(system, stored)));
    }

    private List<ChatMessage> shown(Optional<ChatMessage> system, List<StoredTurn> stored) {
        Deque<StoredTurn> rest = new ArrayDeque<>();
        boolean here = false;
        long tokens = 0;
        for (StoredTurn turn : stored) {
            tokens += turn.turn().tokens();
            if (MessageTurns.message(turn.turn())
                    .filter(SystemMessage.class::isInstance)
                    .isPresent()) {
                here = true;
            } else {
                rest.add(turn);
            }
        }
        List<ChatMessage> messages = new ArrayList<>();
        system.ifPresent(messages::add);
        if (system.isPresent() && !here) {
            // It comes from before the window, and has to fit into it like any other.
            makeRoom(rest, tokens + turns.tokens().applyAsInt(system.get()));
        }
        List<ChatMessage> spoken = rest.stream()
                .flatMap(turn -> MessageTurns.message(turn.turn()).stream())
                .toList();
        messages.addAll(ToolCalls.inOrder(spoken));
        return messages;
    }

    private void makeRoom(Deque<StoredTurn> rest, long tokens) {
        long left = tokens;
        int budget = window.tokens().orElse(Integer.MAX_VALUE);
        while (!rest.isEmpty() && (rest.size() >= window.turns() || left > budget)) {
            left -= rest.removeFirst().turn().tokens();
        }
    }
}
