package dojo.session.springai;

import java.util.List;
import java.util.Map;
import org.springframework.ai.chat.messages.AssistantMessage.ToolCall;
import org.springframework.ai.chat.messages.ToolResponseMessage.ToolResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a message holds besides its text; stored as JSON, and left out if there is nothing. */
record Extras(boolean noText, Map<String, Object> metadata, List<ToolCall> toolCalls, List<ToolResponse> responses) {
    static final Extras NONE = new Extras(false, Map.of(), List.of(), List.of());
    /** Sorted, because a retry has to repeat the payload byte for byte. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JacksonException stubborn) {
            throw new IllegalArgumentException(
                    "Metadata " + metadata + " cannot be written as JSON: keep texts, numbers, lists and maps in it.",
                    stubborn);
        }
    }

    static Extras parse(String json) {
        return JSON.readValue(json, Extras.class);
    }
}
