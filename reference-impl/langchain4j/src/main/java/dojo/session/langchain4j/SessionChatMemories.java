package dojo.session.langchain4j;

import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.model.TokenCountEstimator;
import dojo.session.AsyncConversations;
import dojo.session.AsyncSessionMemory;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Window;
import java.time.Duration;
import java.util.Optional;

/**
 * Chat memories of LangChain4j that append: {@code AiServices.builder(…).chatMemoryProvider(memories::of)}.
 *
 * <p>A {@code ChatMemoryStore} would have to replace the whole list on every message, without a version to compare;
 * so this is a {@link ChatMemory} instead. Thread-safe, as are the memories it hands out.
 */
public final class SessionChatMemories {
    private final AsyncConversations here;
    private final Optional<AsyncConversations> ahead;
    private final Duration lifetime;
    private final Window window;
    private final MessageTurns turns;
    private final SystemMessages systems = new SystemMessages();

    private SessionChatMemories(
            AsyncConversations here,
            Optional<AsyncConversations> ahead,
            Duration lifetime,
            Window window,
            MessageTurns turns) {
        this.here = here;
        this.ahead = ahead;
        this.lifetime = lifetime;
        this.window = window;
        this.turns = turns;
    }

    /**
     * Shows a model the latest {@code window} messages of conversations that end after {@code lifetime}.
     *
     * @param lifetime counted from the first message; adding messages does not extend it yet
     */
    public static SessionChatMemories over(SessionMemory memory, int window, Duration lifetime) {
        return over(memory, Window.latest(window), lifetime);
    }

    /**
     * Shows a model what fits into the window, by number of messages and by tokens, and as fresh as the window says.
     *
     * <p>A token is four characters of what is stored, unless {@linkplain #counting(TokenCountEstimator) counted}.
     *
     * @param lifetime counted from the first message; adding messages does not extend it yet
     */
    public static SessionChatMemories over(SessionMemory memory, Window window, Duration lifetime) {
        return new SessionChatMemories(
                AsyncConversations.waitingIn(memory, lifetime),
                Optional.empty(),
                lifetime,
                window.anywhere(),
                MessageTurns.ESTIMATING);
    }

    /**
     * The same, with the tokens of each message counted by {@code estimator} when it is added.
     *
     * <p>The count is stored with the message: a window costs no counting, and another estimator counts what is added
     * from then on.
     */
    public SessionChatMemories counting(TokenCountEstimator estimator) {
        return new SessionChatMemories(
                here, ahead, lifetime, window, new MessageTurns(estimator::estimateTokenCountInMessage));
    }

    /**
     * The same, serving callers who must not wait as well: {@code addAsync}, {@code messagesAsync} and {@code setAsync}
     * go to this memory, which has to be of the same table. Without it they fail, as the framework's defaults do.
     */
    public SessionChatMemories ahead(AsyncSessionMemory memory) {
        return new SessionChatMemories(
                here, Optional.of(AsyncConversations.in(memory, lifetime)), lifetime, window, turns);
    }

    /** The memory of one conversation; its id is the text of {@code memoryId}. Costs nothing until used. */
    public ChatMemory of(Object memoryId) {
        return new SessionChatMemory(memoryId, SessionId.of(memoryId.toString()), here, ahead, window, turns, systems);
    }
}
