package dojo.session.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.ChatMemory;
import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.session.dynamo.DynamoSessionMemory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@WithLab
class SessionChatMemoryTest {
    private static final ToolExecutionRequest CALL = ToolExecutionRequest.builder()
            .id("call-1")
            .name("price")
            .arguments("{\"volume\":3}")
            .build();

    private final LabTable table;
    private final SessionChatMemories memories;
    private final SessionChatMemories otherProcess;
    private final ChatMemory memory;

    SessionChatMemoryTest(DynamoDbClient client, LabTable table) {
        this.table = table;
        DynamoSessionMemory sessions = DynamoSessionMemory.on(client, table.name());
        this.memories = SessionChatMemories.over(sessions, 20, Duration.ofDays(30));
        this.otherProcess = SessionChatMemories.over(sessions, 3, Duration.ofDays(30));
        this.memory = memories.of(17);
    }

    @Test
    void messages_of_every_kind_come_back_equal_and_in_order() {
        List<ChatMessage> said = List.of(
                SystemMessage.from("You sell manga."),
                UserMessage.from("Mina", "価格は?"),
                UserMessage.from(TextContent.from("This one"), ImageContent.from("https://example.com/cover.png")),
                AiMessage.from("Let me see.", List.of(CALL)),
                ToolExecutionResultMessage.from(CALL, "12 EUR"),
                AiMessage.builder()
                        .text("12 €.")
                        .thinking("It costs 12.")
                        .attributes(Map.of("mood", "kind"))
                        .build());
        memory.add(said);

        assertThat(memory.messages()).isEqualTo(said);
        assertThat(memory.id()).isEqualTo(17);
    }

    @Test
    void plain_text_is_stored_as_text_for_other_readers() {
        memory.add(UserMessage.from("hello"));

        assertThat(table.items("SESSION#17").get(1)).satisfies(item -> {
            assertThat(item).containsEntry("text", AttributeValue.fromS("hello"));
            assertThat(item).doesNotContainKey("attributes");
        });
    }

    @Test
    void an_unknown_conversation_is_empty_and_can_be_cleared() {
        memory.clear();

        assertThat(memory.messages()).isEmpty();
    }

    @Test
    @Costs(writeUnits = 1 + 25, requests = 4 + 25)
    void a_message_is_one_write_and_reads_nothing_once_the_conversation_is_in_use() {
        for (int i = 1; i <= 25; i++) {
            memory.add(UserMessage.from("message " + i));
        }

        assertThat(table.items("SESSION#17")).hasSize(1 + 25);
    }

    @Test
    void two_requests_at_once_lose_no_message() {
        IntStream.range(0, 32)
                .parallel()
                .forEach(i -> (i % 2 == 0 ? memories : otherProcess).of(17).add(UserMessage.from("message " + i)));

        assertThat(table.items("SESSION#17")).hasSize(1 + 32);
        assertThat(memory.messages()).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void one_system_message_is_in_force_and_comes_first() {
        memory.add(SystemMessage.from("Be brief."));
        memory.add(UserMessage.from("hello"));
        memory.add(SystemMessage.from("Be brief."));
        memory.add(SystemMessage.from("Be polite."));

        assertThat(memory.messages()).containsExactly(SystemMessage.from("Be polite."), UserMessage.from("hello"));
        assertThat(table.items("SESSION#17")).hasSize(1 + 3);
    }

    @Test
    void a_tool_result_whose_call_fell_out_of_the_window_is_left_out() {
        memory.add(
                UserMessage.from("price?"),
                AiMessage.from(List.of(CALL)),
                ToolExecutionResultMessage.from(CALL, "12 EUR"),
                AiMessage.from("12 €."),
                UserMessage.from("thanks"));

        assertThat(otherProcess.of(17).messages()).containsExactly(AiMessage.from("12 €."), UserMessage.from("thanks"));
    }

    @Test
    void clear_and_set_begin_anew_for_every_process() {
        memory.add(UserMessage.from("old"));
        otherProcess.of(17).clear();
        memory.add(UserMessage.from("new"));
        assertThat(otherProcess.of(17).messages()).containsExactly(UserMessage.from("new"));

        memory.set(UserMessage.from("compacted"), AiMessage.from("indeed"));
        assertThat(otherProcess.of(17).messages())
                .containsExactly(UserMessage.from("compacted"), AiMessage.from("indeed"));
    }

    @Test
    void callers_get_a_list_of_their_own() {
        memory.add(UserMessage.from("hello"));
        memory.messages().clear();

        assertThat(memory.messages()).hasSize(1);
    }

    @Test
    @Costs(requests = 0)
    void what_it_cannot_keep_is_refused_before_any_request() {
        AiMessage odd = AiMessage.builder()
                .text("hello")
                .attributes(Map.of("since", Duration.ofDays(1)))
                .build();

        assertThatThrownBy(() -> memory.add(odd)).hasMessageContaining("serializer");
        assertThatThrownBy(() -> memories.of(" ")).hasMessageContaining("blank");
    }
}
