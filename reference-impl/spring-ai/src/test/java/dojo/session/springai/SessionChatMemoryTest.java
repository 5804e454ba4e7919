package dojo.session.springai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.session.Conversations;
import dojo.session.Window;
import dojo.session.dynamo.DynamoSessionMemory;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.AssistantMessage.ToolCall;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage.ToolResponse;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.content.Media;
import org.springframework.ai.content.MediaContent;
import org.springframework.ai.tokenizer.TokenCountEstimator;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.MimeTypeUtils;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
class SessionChatMemoryTest {
    private final SessionChatMemory memory;
    private final SessionChatMemory otherProcess;
    private final LabTable table;
    private final DynamoSessionMemory sessions;

    SessionChatMemoryTest(DynamoDbClient client, LabTable table) {
        this.table = table;
        this.sessions = DynamoSessionMemory.on(client, table.name());
        this.memory = SessionChatMemory.over(sessions, 20, Duration.ofDays(30));
        this.otherProcess = SessionChatMemory.over(sessions, 4, Duration.ofDays(30));
    }

    @Test
    void messages_of_every_kind_come_back_equal_and_in_order() {
        List<Message> said = List.of(
                new SystemMessage("You sell manga."),
                UserMessage.builder()
                        .text("価格は?")
                        .metadata(Map.of("channel", "web", "attempt", 2, "tags", List.of("a", "b")))
                        .build(),
                AssistantMessage.builder()
                        .content("Let me see.")
                        .toolCalls(List.of(new ToolCall("call-1", "function", "price", "{\"volume\":3}")))
                        .build(),
                ToolResponseMessage.builder()
                        .responses(List.of(new ToolResponse("call-1", "price", "12 EUR")))
                        .build(),
                new AssistantMessage("12 €."));
        memory.add("chat-1", said);

        assertThat(memory.get("chat-1")).isEqualTo(said);
    }

    @Test
    void an_assistant_message_without_a_text_comes_back_without_one() {
        memory.add("chat-1", new UserMessage("price?"));
        memory.add(
                "chat-1",
                AssistantMessage.builder()
                        .toolCalls(List.of(new ToolCall("call-1", "function", "price", "{}")))
                        .build());

        assertThat(memory.get("chat-1").get(1).getText()).isNull();
    }

    @Test
    void media_come_back_by_their_address() {
        Media cover = new Media(MimeTypeUtils.IMAGE_PNG, URI.create("s3://covers/3.png"));
        Media named = Media.builder()
                .mimeType(MimeTypeUtils.IMAGE_JPEG)
                .data("https://example.com/4.jpg")
                .id("m-4")
                .name("back")
                .build();
        memory.add(
                "chat-1", UserMessage.builder().text("look").media(cover, named).build());
        memory.add(
                "chat-1",
                AssistantMessage.builder().content("here").media(List.of(cover)).build());

        assertThat(((UserMessage) memory.get("chat-1").get(0)).getMedia())
                .extracting(Media::getMimeType, Media::getData, Media::getId, Media::getName)
                .containsExactly(all(cover), all(named));
        assertThat(((AssistantMessage) memory.get("chat-1").get(1)).getMedia())
                .extracting(Media::getMimeType, Media::getData, Media::getId, Media::getName)
                .containsExactly(all(cover));
    }

    private static Tuple all(Media media) {
        return tuple(media.getMimeType(), media.getData(), media.getId(), media.getName());
    }

    @Test
    void a_window_is_limited_by_the_tokens_that_the_estimator_counts() {
        SessionChatMemory frugal = SessionChatMemory.over(
                        Conversations.in(sessions, Duration.ofDays(30)),
                        Window.latest(20).within(8))
                .counting(new Words());
        frugal.add(
                "chat-1",
                List.of(
                        new UserMessage("one two three"),
                        new AssistantMessage("four five six"),
                        new UserMessage("seven eight nine"),
                        new AssistantMessage("ten")));

        assertThat(frugal.get("chat-1")).extracting(Message::getText).containsExactly("seven eight nine", "ten");
    }

    @Test
    void an_unknown_conversation_is_an_empty_list_and_can_be_cleared() {
        memory.clear("chat-1");

        assertThat(memory.get("chat-1")).isEmpty();
    }

    @Test
    @Costs(writeUnits = 1 + 25, requests = 4 + 25)
    void a_message_is_one_write_and_reads_nothing_once_the_conversation_is_in_use() {
        for (int i = 1; i <= 25; i++) {
            memory.add("chat-1", new UserMessage("message " + i));
        }

        assertThat(table.items("SESSION#chat-1")).hasSize(1 + 25);
    }

    @Test
    void two_requests_at_once_lose_no_message() {
        IntStream.range(0, 32)
                .parallel()
                .forEach(i -> (i % 2 == 0 ? memory : otherProcess).add("chat-1", new UserMessage("message " + i)));

        assertThat(table.items("SESSION#chat-1")).hasSize(1 + 32);
        assertThat(memory.get("chat-1"))
                .hasSize(20)
                .extracting(Message::getText)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_window_begins_with_a_question_and_not_in_the_middle_of_an_answer() {
        memory.add(
                "chat-1",
                List.of(
                        new UserMessage("first"),
                        AssistantMessage.builder()
                                .toolCalls(List.of(new ToolCall("call-1", "function", "price", "{}")))
                                .build(),
                        ToolResponseMessage.builder()
                                .responses(List.of(new ToolResponse("call-1", "price", "12")))
                                .build(),
                        new AssistantMessage("first answer"),
                        new UserMessage("second"),
                        new AssistantMessage("second answer")));

        assertThat(otherProcess.get("chat-1")).extracting(Message::getText).containsExactly("second", "second answer");
    }

    @Test
    void clear_begins_anew_for_every_process() {
        memory.add("chat-1", new UserMessage("old"));
        otherProcess.clear("chat-1");
        memory.add("chat-1", new UserMessage("new"));

        assertThat(otherProcess.get("chat-1")).extracting(Message::getText).containsExactly("new");
    }

    @Test
    void a_message_with_an_id_of_its_own_is_added_once() {
        Message named = UserMessage.builder()
                .text("hello")
                .metadata(Map.of(SessionChatMemory.TURN_ID, "m-1"))
                .build();
        memory.add("chat-1", named);
        otherProcess.add("chat-1", named);
        memory.add("chat-1", named);

        assertThat(memory.get("chat-1")).containsExactly(named);
    }

    @Test
    @Costs(requests = 0)
    void what_it_cannot_keep_is_refused_before_any_request() {
        Message picture = UserMessage.builder()
                .text("look")
                .media(new Media(MimeTypeUtils.IMAGE_PNG, new ByteArrayResource(new byte[700])))
                .build();
        Message odd = UserMessage.builder()
                .text("look")
                .metadata(Map.of("self", new Itself()))
                .build();

        assertThatThrownBy(() -> memory.add("chat-1", picture))
                .hasMessageContaining("700 bytes of image/png")
                .hasMessageContaining("keep them elsewhere");
        assertThatThrownBy(() -> memory.add("chat-1", odd)).hasMessageContaining("cannot be written as JSON");
        assertThatThrownBy(() -> memory.add(" ", List.of(new UserMessage("hello"))))
                .hasMessageContaining("blank");
        assertThatThrownBy(() -> memory.get("a#b")).hasMessageContaining("a#b");
    }

    /** JSON has no way to write it. */
    static final class Itself {
        public Itself getSelf() {
            return this;
        }
    }

    private static final class Words implements TokenCountEstimator {
        @Override
        public int estimate(@Nullable String text) {
            return text == null ? 0 : text.split(" ").length;
        }

        @Override
        public int estimate(MediaContent content) {
            return estimate(content.getText());
        }

        @Override
        public int estimate(Iterable<MediaContent> messages) {
            int all = 0;
            for (MediaContent message : messages) {
                all += estimate(message);
            }
            return all;
        }
    }
}
