package dojo.session.langchain4j;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ChatMessageDeserializer;
import dev.langchain4j.data.message.ChatMessageSerializer;
import dev.langchain4j.data.message.CustomMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dojo.session.Role;
import dojo.session.Turn;
import dojo.session.TurnId;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Messages as turns, and back.
 *
 * <p>A message that is nothing but text is stored as text. Any other, with tool calls, contents, a name or attributes,
 * is stored as the framework's own JSON, and its turn has no text: it would be stored, and paid for, twice.
 *
 * @param tokens what a message takes of a token budget
 */
record MessageTurns(ToIntFunction<ChatMessage> tokens) {
    private static final String JSON = "langchain4j";

    /** One token for four characters of what is stored. */
    static final MessageTurns ESTIMATING = new MessageTurns(message -> {
        String stored = plainText(message).orElseGet(() -> json(message));
        return (stored.length() + 3) / 4;
    });

    /** @throws IllegalArgumentException for a message that would not come back as it is */
    Turn turn(ChatMessage message) {
        String id = TurnId.random().value();
        Optional<String> text = plainText(message);
        Turn turn = text.isPresent()
                ? Turn.of(id, role(message), text.get())
                : Turn.of(id, role(message), "").with(JSON, json(message));
        return turn.withTokens(tokens.applyAsInt(message));
    }

    /** Callers may not know of our null checks at compile time. */
    static ChatMessage present(@Nullable ChatMessage message, int index) {
        if (message == null) {
            throw new IllegalArgumentException(
                    "The message at index " + index + " is null: leave it out; nothing was stored.");
        }
        return message;
    }

    private static String json(ChatMessage message) {
        Exception reason = null;
        try {
            String json = ChatMessageSerializer.messageToJson(message);
            if (ChatMessageSerializer.messageToJson(ChatMessageDeserializer.messageFromJson(json))
                    .equals(json)) {
                return json;
            }
        } catch (RuntimeException stubborn) {
            reason = stubborn;
        }
        throw new IllegalArgumentException(
                "LangChain4j's own serializer does not bring this " + message.type()
                        + " message back as it was, so it is not stored: keep texts, numbers and booleans in its"
                        + " attributes.",
                reason);
    }

    /** The message of a turn; none if nothing is left of it, as when its text was redacted to nothing. */
    static Optional<ChatMessage> message(Turn turn) {
        String json = turn.attributes().get(JSON);
        if (json != null) {
            return Optional.of(ChatMessageDeserializer.messageFromJson(json));
        }
        return turn.text().isBlank() ? Optional.empty() : Optional.of(plain(turn.role(), turn.text()));
    }

    private static ChatMessage plain(Role role, String text) {
        return switch (role.name()) {
            case "USER" -> UserMessage.from(text);
            case "ASSISTANT" -> AiMessage.from(text);
            case "SYSTEM" -> SystemMessage.from(text);
            case "TOOL" ->
                throw new IllegalStateException("A tool's turn without LangChain4j's JSON was found: it was"
                        + " written by another adapter; read this conversation with that one.");
            // A role of a newer writer.
            default -> CustomMessage.from(Map.of("role", role.name(), "text", text));
        };
    }

    private static Optional<String> plainText(ChatMessage message) {
        String text = null;
        if (message instanceof UserMessage user && user.hasSingleText()) {
            text = user.singleText();
        } else if (message instanceof AiMessage ai) {
            text = ai.text();
        } else if (message instanceof SystemMessage system) {
            text = system.text();
        }
        return Optional.ofNullable(text)
                .filter(it -> !it.isBlank())
                .filter(it -> plain(role(message), it).equals(message));
    }

    private static Role role(ChatMessage message) {
        return switch (message.type()) {
            case SYSTEM -> Role.SYSTEM;
            case AI -> Role.ASSISTANT;
            case TOOL_EXECUTION_RESULT -> Role.TOOL;
            case USER, CUSTOM -> Role.USER;
        };
    }
}
