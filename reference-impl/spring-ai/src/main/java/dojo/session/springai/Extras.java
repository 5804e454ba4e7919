package dojo.session.springai;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.AssistantMessage.ToolCall;
import org.springframework.ai.chat.messages.ToolResponseMessage.ToolResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a message holds besides its text; stored as JSON, and left out if there is nothing.
 *
 * @param named whether the message brought its own id, which then belongs into its metadata again
 */
record Extras(
        boolean noText,
        boolean named,
        Map<String, Object> metadata,
        List<ToolCall> toolCalls,
        List<ToolResponse> responses,
        List<MediaLink> media) {
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};
    /** Sorted, because a retry has to repeat the payload byte for byte. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    static final Extras NONE = new Extras(false, false, Map.of(), List.of(), List.of(), List.of());

    Extras {
        // What an older writer left out is not there.
        metadata = Optional.<Map<String, Object>>ofNullable(metadata).orElse(Map.of());
        toolCalls = Optional.ofNullable(toolCalls).orElse(List.of());
        responses = Optional.ofNullable(responses).orElse(List.of());
        media = Optional.ofNullable(media).orElse(List.of());
    }

    /** Media that stand somewhere else, where everybody who may see the message can fetch them. */
    record MediaLink(
            String mimeType,
            String uri,
            @Nullable String id,
            @Nullable String name) {}

    String toJson() {
        return json(new Extras(noText, named, plain(metadata), toolCalls, responses, media));
    }

    static Extras parse(String json) {
        return JSON.readValue(json, Extras.class);
    }

    /** As it will be read back, so that a message that was read and is stored again looks the same. */
    private static Map<String, Object> plain(Map<String, Object> metadata) {
        return metadata.isEmpty() ? metadata : JSON.readValue(json(metadata), MAP);
    }

    /** A map as sorted JSON; refuses what JSON cannot hold. */
    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JacksonException stubborn) {
            throw new IllegalArgumentException(
                    "Metadata cannot be written as JSON (" + stubborn.getOriginalMessage()
                            + "): keep texts, numbers, lists and maps in it.",
                    stubborn);
        }
    }

    static Map<String, Object> map(String json) {
        return JSON.readValue(json, MAP);
    }
}
