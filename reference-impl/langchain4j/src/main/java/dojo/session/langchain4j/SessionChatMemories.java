package dojo.session.langchain4j;

import dev.langchain4j.memory.ChatMemory;
import dojo.session.Conversations;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Window;
import java.time.Duration;

/**
 * Chat memories of LangChain4j that append: {@code AiServices.builder(…).chatMemoryProvider(memories::of)}.
 *
 * <p>A {@code ChatMemoryStore} would have to replace the whole list on every message, without a version to compare;
 * so this is a {@link ChatMemory} instead. Thread-safe, as are the memories it hands out.
 */
public final class SessionChatMemories {
    private final Conversations conversations;
    private final Window window;

    private SessionChatMemories(Conversations conversations, Window window) {
        this.conversations = conversations;
        this.window = window;
    }

    /**
     * Shows a model the latest {@code window} messages of conversations that end after {@code lifetime}.
     *
     * @param lifetime counted from the first message; adding messages does not extend it yet
     */
    public static SessionChatMemories over(SessionMemory memory, int window, Duration lifetime) {
        return new SessionChatMemories(Conversations.in(memory, lifetime), Window.latest(window));
    }

    /** The memory of one conversation; its id is the text of {@code memoryId}. Costs nothing until used. */
    public ChatMemory of(Object memoryId) {
        return new SessionChatMemory(memoryId, SessionId.of(memoryId.toString()), conversations, window);
    }
}
