package dojo.session.langchain4j;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.memory.ChatMemory;
import dojo.session.Conversations;
import dojo.session.SessionId;
import dojo.session.Turn;
import dojo.session.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One conversation.
 *
 * <p>As in the framework's own memories there is one system message, the latest, and it comes first; a tool result
 * whose call fell out of the window is left out.
 */
record SessionChatMemory(Object id, SessionId session, Conversations conversations, Window window, MessageTurns turns)
        implements ChatMemory {
    /** Appends the message, one write; a system message costs a load, and no write if it is in force. */
    @Override
    public void add(ChatMessage message) {
        add(List.of(message));
    }

    @Override
    public void add(Iterable<ChatMessage> messages) {
        List<Turn> added = new ArrayList<>();
        Optional<ChatMessage> system = Optional.empty();
        for (ChatMessage message : messages) {
            if (message instanceof SystemMessage) {
                if (system.isEmpty()) {
                    system = inForce(stored());
                }
                if (system.equals(Optional.of(message))) {
                    continue;
                }
                system = Optional.of(message);
            }
            added.add(turns.turn(message));
        }
        conversations.append(session, added);
    }

    /** The latest messages, as fresh as the window says, tool results behind their calls; a list of the caller's own. */
    @Override
    public List<ChatMessage> messages() {
        List<ChatMessage> stored = stored();
        List<ChatMessage> messages = new ArrayList<>();
        inForce(stored).ifPresent(messages::add);
        stored.removeIf(SystemMessage.class::isInstance);
        messages.addAll(ToolCalls.inOrder(stored));
        return messages;
    }

    /**
     * Begins the conversation anew under the same id. What was said is invisible at once; it is deleted when the
     * session's lifetime is over, not now: this is no erasure in the sense of a privacy law.
     */
    @Override
    public void clear() {
        conversations.restart(session);
    }

    private List<ChatMessage> stored() {
        List<ChatMessage> messages = new ArrayList<>();
        conversations
                .load(session, window)
                .forEach(stored -> MessageTurns.message(stored.turn()).ifPresent(messages::add));
        return messages;
    }

    private static Optional<ChatMessage> inForce(List<ChatMessage> messages) {
        return messages.stream().filter(SystemMessage.class::isInstance).reduce((earlier, later) -> later);
    }
}
