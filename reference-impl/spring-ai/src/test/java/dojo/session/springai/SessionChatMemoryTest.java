package dojo.session.springai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.session.dynamo.DynamoSessionMemory;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.AssistantMessage.ToolCall;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage.ToolResponse;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.content.Media;
import org.springframework.util.MimeTypeUtils;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
class SessionChatMemoryTest {
    private final SessionChatMemory memory;
    private final SessionChatMemory otherProcess;
    private final LabTable table;

    SessionChatMemoryTest(DynamoDbClient client, LabTable table) {
        this.table = table;
        DynamoSessionMemory sessions = DynamoSessionMemory.on(client, table.name());
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

        assertThat(memory.get("chat-1")).hasSize(1);
    }

    @Test
    @Costs(requests = 0)
    void what_it_cannot_keep_is_refused_before_any_request() {
        Message picture = UserMessage.builder()
                .text("look")
                .media(new Media(MimeTypeUtils.IMAGE_PNG, URI.create("https://example.com/cover.png")))
                .build();

        assertThatThrownBy(() -> memory.add("chat-1", picture))
                .hasMessageContaining("1 media")
                .hasMessageContaining("keep them elsewhere");
        assertThatThrownBy(() -> memory.add(" ", List.of(new UserMessage("hello"))))
                .hasMessageContaining("blank");
        assertThatThrownBy(() -> memory.get("a#b")).hasMessageContaining("a#b");
    }
}
