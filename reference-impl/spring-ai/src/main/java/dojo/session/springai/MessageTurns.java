package dojo.session.springai;

import dojo.session.Role;
import dojo.session.Turn;
import dojo.session.TurnId;
import dojo.session.springai.Extras.MediaLink;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.MessageType;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.content.Media;
import org.springframework.ai.content.MediaContent;
import org.springframework.util.MimeType;

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

    /** The message under its own id, or a random one. */
    static Turn turn(Message message) {
        return turn(message, ownId(message).orElseGet(() -> TurnId.random().value()));
    }

    static Turn turn(Message message, String id) {
        String text = message.getText();
        Turn turn = Turn.of(id, new Role(message.getMessageType().name()), text == null ? "" : text);
        Extras extras = extras(message, text == null);
        return extras.equals(Extras.NONE) ? turn : turn.with(EXTRAS, extras.toJson());
    }

    /** The same with its tokens counted: a model is shown tool calls and responses, too. */
    static Turn counted(Turn turn, ToIntFunction<String> tokens) {
        String extras = turn.attributes().getOrDefault(EXTRAS, "");
        return turn.withTokens(tokens.applyAsInt(turn.text()) + (extras.isEmpty() ? 0 : tokens.applyAsInt(extras)));
    }

    private static Extras extras(Message message, boolean noText) {
        Map<String, Object> metadata = new HashMap<>(message.getMetadata());
        metadata.remove(MESSAGE_TYPE);
        boolean named = namesItself(message) && metadata.remove(SessionChatMemory.TURN_ID) != null;
        return new Extras(
                noText,
                named,
                metadata,
                message instanceof AssistantMessage assistant ? assistant.getToolCalls() : List.of(),
                message instanceof ToolResponseMessage tool ? tool.getResponses() : List.of(),
                message instanceof MediaContent with
                        ? with.getMedia().stream().map(MessageTurns::link).toList()
                        : List.of());
    }

    /** Spring AI keeps an address as a text and everything else as bytes. */
    private static MediaLink link(Media media) {
        if (media.getData() instanceof String address) {
            return new MediaLink(media.getMimeType().toString(), address, media.getId(), media.getName());
        }
        throw new IllegalArgumentException("A message carries " + media.getDataAsByteArray().length + " bytes of "
                + media.getMimeType() + ", which this memory does not store: keep them elsewhere, for example in S3,"
                + " and give the medium its address (Media.builder().data(uri)) instead of the bytes.");
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
        Map<String, Object> metadata = new HashMap<>(extras.metadata());
        if (extras.named()) {
            metadata.put(SessionChatMemory.TURN_ID, turn.id().value());
        }
        List<Media> media = extras.media().stream().map(MessageTurns::media).toList();
        return switch (type.get()) {
            case USER ->
                UserMessage.builder()
                        .text(turn.text())
                        .metadata(metadata)
                        .media(media)
                        .build();
            case SYSTEM ->
                SystemMessage.builder().text(turn.text()).metadata(metadata).build();
            case ASSISTANT -> assistant(turn, extras, metadata, media);
            case TOOL ->
                ToolResponseMessage.builder()
                        .responses(extras.responses())
                        .metadata(metadata)
                        .build();
        };
    }

    private static AssistantMessage assistant(
            Turn turn, Extras extras, Map<String, Object> metadata, List<Media> media) {
        AssistantMessage.Builder<?> builder = AssistantMessage.builder()
                .properties(metadata)
                .toolCalls(extras.toolCalls())
                .media(media);
        if (!extras.noText()) {
            builder.content(turn.text());
        }
        return builder.build();
    }

    private static Media media(MediaLink link) {
        Media.Builder builder =
                Media.builder().mimeType(MimeType.valueOf(link.mimeType())).data(URI.create(link.uri()));
        Optional.ofNullable(link.id()).ifPresent(builder::id);
        Optional.ofNullable(link.name()).ifPresent(builder::name);
        return builder.build();
    }
}
