package dojo.session.springai;

import dojo.session.Role;
import dojo.session.Turn;
import dojo.session.TurnId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.MessageType;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.content.MediaContent;

/** Messages as turns, and back. */
final class MessageTurns {
    private static final String EXTRAS = "spring-ai";
    private static final String MESSAGE_TYPE = "messageType";

    private MessageTurns() {}

    static boolean namesItself(Message message) {
        return ownId(message).isPresent();
    }

    private static Optional<String> ownId(Message message) {
        return Optional.ofNullable(message.getMetadata().get(SessionChatMemory.TURN_ID))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    static Turn turn(Message message) {
        if (message instanceof MediaContent media && !media.getMedia().isEmpty()) {
            throw new IllegalArgumentException("A " + message.getMessageType() + " message carries "
                    + media.getMedia().size() + " media, which this memory does not store: keep them elsewhere, for"
                    + " example in S3, and add a text that says where.");
        }
        String id = ownId(message).orElseGet(() -> TurnId.random().value());
        String text = message.getText();
        Turn turn = Turn.of(id, new Role(message.getMessageType().name()), text == null ? "" : text);
        Extras extras = extras(message, text == null);
        return extras.equals(Extras.NONE) ? turn : turn.with(EXTRAS, extras.toJson());
    }

    private static Extras extras(Message message, boolean noText) {
        Map<String, Object> metadata = new HashMap<>(message.getMetadata());
        metadata.remove(MESSAGE_TYPE);
        metadata.remove(SessionChatMemory.TURN_ID);
        return new Extras(
                noText,
                metadata,
                message instanceof AssistantMessage assistant ? assistant.getToolCalls() : List.of(),
                message instanceof ToolResponseMessage tool ? tool.getResponses() : List.of());
    }

    static Message message(Turn turn) {
        Extras extras = turn.attributes().containsKey(EXTRAS)
                ? Extras.parse(turn.attributes().get(EXTRAS))
                : Extras.NONE;
        Optional<MessageType> type = Arrays.stream(MessageType.values())
                .filter(known -> known.name().equals(turn.role().name()))
                .findFirst();
        if (type.isEmpty()) {
            // A role of a newer writer: the model hears it as said to it, and the metadata say by whom.
            return UserMessage.builder()
                    .text(turn.text())
                    .metadata(Map.of("role", turn.role().name()))
                    .build();
        }
        return switch (type.get()) {
            case USER ->
                UserMessage.builder()
                        .text(turn.text())
                        .metadata(extras.metadata())
                        .build();
            case SYSTEM ->
                SystemMessage.builder()
                        .text(turn.text())
                        .metadata(extras.metadata())
                        .build();
            case ASSISTANT -> assistant(turn, extras);
            case TOOL ->
                ToolResponseMessage.builder()
                        .responses(extras.responses())
                        .metadata(extras.metadata())
                        .build();
        };
    }

    private static AssistantMessage assistant(Turn turn, Extras extras) {
        AssistantMessage.Builder<?> builder =
                AssistantMessage.builder().properties(extras.metadata()).toolCalls(extras.toolCalls());
        if (!extras.noText()) {
            builder.content(turn.text());
        }
        return builder.build();
    }
}
