package dojo.session.springai;

import dojo.session.Conversations;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Turn;
import dojo.session.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.MessageType;

/**
 * A {@link ChatMemory} that appends: a message is written once and never again, and the whole conversation stays.
 *
 * <p>Texts, metadata that JSON can hold, tool calls and tool responses come back as they went in; media are refused.
 * Two requests that add to one conversation at the same time are both stored, in an order that all readers see.
 * Thread-safe.
 */
public final class SessionChatMemory implements ChatMemory {
    /**
     * Metadata name under which a message may carry an id of its own, a text. With it a message that is added again,
     * because an earlier call threw, is recognised among the latest messages; without it every add is a new message.
     */
    public static final String TURN_ID = "dojo.turnId";

    private final Conversations conversations;
    private final int window;

    private SessionChatMemory(Conversations conversations, int window) {
        this.conversations = conversations;
        this.window = window;
    }

    /**
     * Shows a model the latest {@code window} messages of conversations that end after {@code lifetime}.
     *
     * @param lifetime counted from the first message; adding messages does not extend it yet
     */
    public static SessionChatMemory over(SessionMemory memory, int window, Duration lifetime) {
        Window.latest(window);
        return new SessionChatMemory(Conversations.in(memory, lifetime), window);
    }

    /**
     * Appends the messages, one write each.
     *
     * <p>If it throws, the messages before the failing one may be stored: repeat the call with messages that carry a
     * {@link #TURN_ID}.
     */
    @Override
    public void add(String conversationId, List<Message> messages) {
        SessionId session = SessionId.of(conversationId);
        List<Turn> turns = messages.stream().map(MessageTurns::turn).toList();
        if (messages.stream().anyMatch(MessageTurns::namesItself)) {
            conversations.appendOnce(session, turns, Math.max(window, turns.size()));
        } else {
            conversations.append(session, turns);
        }
    }

    /**
     * The latest messages, strongly consistent, oldest first. If the conversation is longer than the window, the
     * result begins with a message of the user, so that no answer and no tool response stands without what it answers.
     */
    @Override
    public List<Message> get(String conversationId) {
        var stored = conversations.load(SessionId.of(conversationId), Window.latest(window));
        boolean cut = !stored.isEmpty() && stored.get(0).number() > 1;
        List<Message> messages = new ArrayList<>();
        for (var turn : stored) {
            Message message = MessageTurns.message(turn.turn());
            if (!cut || !messages.isEmpty() || message.getMessageType() == MessageType.USER) {
                messages.add(message);
            }
        }
        return messages;
    }

    /**
     * Begins the conversation anew under the same id. What was said is invisible at once; it is deleted when the
     * session's lifetime is over, not now: this is no erasure in the sense of a privacy law.
     */
    @Override
    public void clear(String conversationId) {
        conversations.restart(SessionId.of(conversationId));
    }
}
