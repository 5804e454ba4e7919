package dojo.session.springai;

import dojo.session.Conversations;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Turn;
import dojo.session.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.MessageType;
import org.springframework.ai.tokenizer.TokenCountEstimator;

/**
 * A {@link ChatMemory} that appends: a message is written once and never again, and the whole conversation stays.
 *
 * <p>Texts, metadata that JSON can hold, tool calls, tool responses and media given by their address come back as they
 * went in; metadata of other types come back as JSON holds them, and media given as bytes are refused. A system message
 * leaves the window like any other: keep the standing instructions with the prompt, where Spring AI puts them. Two requests that add to one conversation at the same time are both stored, in an order that all readers see.
 * Thread-safe.
 */
public final class SessionChatMemory implements ChatMemory {
    /**
     * Metadata name under which a message may carry an id of its own, a text. With it a message that is added again,
     * because an earlier call threw, is recognised among the latest messages; without it every add is a new message.
     */
    public static final String TURN_ID = "dojo.turnId";

    private final Conversations conversations;
    private final Window window;
    private final ToIntFunction<String> tokens;

    private SessionChatMemory(Conversations conversations, Window window, ToIntFunction<String> tokens) {
        this.conversations = conversations;
        this.window = window;
        this.tokens = tokens;
    }

    /**
     * Shows a model the latest {@code window} messages of conversations that end after {@code lifetime}.
     *
     * @param lifetime counted from the first message; for a silence that ends them earlier, pass {@link Conversations}
     */
    public static SessionChatMemory over(SessionMemory memory, int window, Duration lifetime) {
        return over(Conversations.in(memory, lifetime), Window.latest(window));
    }

    /**
     * Shows a model a window of conversations, which may be limited by tokens, too, or be read at half the price with
     * {@link Window#eventually()}. Then a message just added may be missing.
     */
    public static SessionChatMemory over(Conversations conversations, Window window) {
        return new SessionChatMemory(conversations, window.anywhere(), text -> (text.length() + 3) / 4);
    }

    /**
     * The same, counting tokens as the model does, for windows limited by them; without this, four characters of a
     * message are taken for a token. A count is stored with its message: changing the estimator changes later ones only.
     */
    public SessionChatMemory counting(TokenCountEstimator estimator) {
        return new SessionChatMemory(conversations, window, estimator::estimate);
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
        List<Turn> turns = messages.stream()
                .map(message -> MessageTurns.counted(MessageTurns.turn(message), tokens))
                .toList();
        if (messages.stream().anyMatch(MessageTurns::namesItself)) {
            conversations.appendOnce(session, turns, Math.max(window.turns(), turns.size()));
        } else {
            conversations.append(session, turns);
        }
    }

    /**
     * The latest messages, oldest first, strongly consistent unless the window says otherwise. If the conversation is longer than the window, the
     * result begins with a message of the user, so that no answer and no tool response stands without what it answers.
     */
    @Override
    public List<Message> get(String conversationId) {
        var stored = conversations.load(SessionId.of(conversationId), window);
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
