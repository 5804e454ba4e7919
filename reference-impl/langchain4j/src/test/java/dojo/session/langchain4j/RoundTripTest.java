package dojo.session.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.audio.Audio;
import dev.langchain4j.data.image.Image;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.AudioContent;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.CustomMessage;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.PdfFileContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.message.VideoContent;
import dojo.session.Role;
import dojo.session.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {
    private static final ToolExecutionRequest CALL = ToolExecutionRequest.builder()
            .id("call-1")
            .name("price")
            .arguments("{\"volume\":3,\"note\":\"\\\"quoted\\\"\"}")
            .build();

    static Stream<ChatMessage> kinds() {
        return Stream.of(
                SystemMessage.from("You sell manga."),
                UserMessage.from("価格は? \uD83D\uDCB4"),
                UserMessage.from("Mina", "hello"),
                UserMessage.builder()
                        .addContent(TextContent.from("hello"))
                        .attributes(Map.of("channel", "web", "retries", 2, "vip", true))
                        .build(),
                UserMessage.from(
                        TextContent.from("These"),
                        ImageContent.from("https://example.com/cover.png"),
                        ImageContent.from(
                                Image.builder()
                                        .base64Data("aGk=")
                                        .mimeType("image/png")
                                        .build(),
                                ImageContent.DetailLevel.HIGH),
                        AudioContent.from(Audio.builder()
                                .url("https://example.com/voice.mp3")
                                .build()),
                        VideoContent.from("https://example.com/page.mp4"),
                        PdfFileContent.from("https://example.com/index.pdf")),
                AiMessage.from("12 €."),
                AiMessage.from(List.of(CALL)),
                AiMessage.from(
                        "Let me see.",
                        List.of(CALL, CALL.toBuilder().id("call-2").build())),
                AiMessage.builder()
                        .text("12 €.")
                        .thinking("It costs 12.")
                        .attributes(Map.of("signature", "s1", "scores", List.of(1, 2.5)))
                        .build(),
                ToolExecutionResultMessage.from(CALL, "12 EUR"),
                ToolExecutionResultMessage.from(CALL, ""),
                ToolExecutionResultMessage.builder()
                        .id("call-1")
                        .toolName("price")
                        .contents(List.of(TextContent.from("see"), ImageContent.from("https://example.com/tag.png")))
                        .isError(true)
                        .attributes(Map.of("millis", 40))
                        .build(),
                ToolExecutionResultMessage.builder()
                        .toolName("price")
                        .text("no id")
                        .isError(false)
                        .build(),
                CustomMessage.from(Map.of("kind", "notice", "level", 3)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_message_comes_back_equal(ChatMessage message) {
        assertThat(MessageTurns.message(MessageTurns.ESTIMATING.turn(message))).contains(message);
    }

    @Test
    void a_message_takes_a_token_for_four_characters_of_what_is_stored() {
        Turn plain = MessageTurns.ESTIMATING.turn(UserMessage.from("12345"));
        Turn call = MessageTurns.ESTIMATING.turn(AiMessage.from(List.of(CALL)));

        assertThat(plain.tokens()).isEqualTo(2);
        assertThat(call.tokens()).isGreaterThan(CALL.arguments().length() / 4);
        assertThat(call.role()).isEqualTo(Role.ASSISTANT);
    }

    @Test
    void a_message_that_would_come_back_changed_is_refused_without_repeating_what_it_says() {
        AiMessage odd = AiMessage.builder()
                .text("my secret")
                .attributes(Map.of("since", Duration.ofDays(1)))
                .build();

        assertThatThrownBy(() -> MessageTurns.ESTIMATING.turn(odd))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AI message")
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_turn_whose_text_is_gone_is_no_message() {
        assertThat(MessageTurns.message(Turn.user("m-1", " "))).isEmpty();
    }

    @Test
    void a_tools_turn_of_another_adapter_is_refused() {
        Turn foreign = Turn.of("m-1", Role.TOOL, "12 EUR");

        assertThatThrownBy(() -> MessageTurns.message(foreign))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another adapter");
    }
}
