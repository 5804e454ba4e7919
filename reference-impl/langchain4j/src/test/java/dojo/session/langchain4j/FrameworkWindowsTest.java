package dojo.session.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.memory.chat.TokenWindowChatMemory;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.session.dynamo.DynamoSessionMemory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The framework's own memories, unchanged, over our store: what they promise holds, also for another process. */
@WithLab
class FrameworkWindowsTest {
    private static final ChatMessage BRIEF = SystemMessage.from("Be brief.");
    private static final ChatMessage POLITE = SystemMessage.from("Be polite.");
    private static final ToolExecutionRequest PRICE = call("call-1", "price");
    private static final ToolExecutionRequest STOCK = call("call-2", "stock");
    private static final ChatMessage BOTH = AiMessage.from(List.of(PRICE, STOCK));
    private static final ChatMessage TWELVE = ToolExecutionResultMessage.from(PRICE, "12 EUR");
    private static final ChatMessage THREE = ToolExecutionResultMessage.from(STOCK, "3 left");

    private final SessionChatMemoryStore store;
    private final SessionChatMemoryStore elsewhere;

    FrameworkWindowsTest(DynamoDbClient client, LabTable table) {
        this.store = SessionChatMemoryStore.over(DynamoSessionMemory.on(client, table.name()), Duration.ofDays(1));
        this.elsewhere = SessionChatMemoryStore.over(DynamoSessionMemory.on(client, table.name()), Duration.ofDays(1));
    }

    private static ToolExecutionRequest call(String id, String tool) {
        return ToolExecutionRequest.builder().id(id).name(tool).arguments("{}").build();
    }

    private static ChatMessage said(int number) {
        return UserMessage.from("message " + number);
    }

    private ChatMemory messages(int most) {
        return MessageWindowChatMemory.builder()
                .id("chat")
                .maxMessages(most)
                .chatMemoryStore(store)
                .build();
    }

    private ChatMemory tokens(int most) {
        return TokenWindowChatMemory.builder()
                .id("chat")
                .maxTokens(most, new Words())
                .chatMemoryStore(store)
                .build();
    }

    private void holds(ChatMemory memory, ChatMessage... expected) {
        assertThat(memory.messages()).containsExactly(expected);
        assertThat(elsewhere.getMessages("chat")).containsExactly(expected);
    }

    @Test
    void a_window_of_messages_keeps_the_latest() {
        ChatMemory memory = messages(3);
        for (int i = 1; i <= 5; i++) {
            memory.add(said(i));
        }
        holds(memory, said(3), said(4), said(5));

        memory.clear();
        holds(memory);
    }

    @Test
    void a_window_of_tokens_keeps_the_latest_that_fit() {
        ChatMemory memory = tokens(7);
        memory.add(UserMessage.from("one two three four"));
        memory.add(AiMessage.from("five six"));
        holds(memory, UserMessage.from("one two three four"), AiMessage.from("five six"));

        memory.add(UserMessage.from("seven eight"));
        holds(memory, AiMessage.from("five six"), UserMessage.from("seven eight"));
    }

    @Test
    void one_system_message_is_never_evicted_and_only_replaced_by_another() {
        ChatMemory memory = messages(3);
        memory.add(BRIEF);
        for (int i = 1; i <= 4; i++) {
            memory.add(said(i));
        }
        memory.add(BRIEF);
        holds(memory, BRIEF, said(3), said(4));

        memory.add(POLITE);
        holds(memory, said(3), said(4), POLITE);
    }

    @Test
    void a_system_message_may_be_kept_first() {
        ChatMemory memory = MessageWindowChatMemory.builder()
                .id("chat")
                .maxMessages(3)
                .alwaysKeepSystemMessageFirst(true)
                .chatMemoryStore(store)
                .build();
        memory.add(said(1));
        memory.add(BRIEF);
        memory.add(said(2));
        memory.add(said(3));

        holds(memory, BRIEF, said(2), said(3));
    }

    @Test
    void results_go_with_the_call_they_answer() {
        ChatMemory memory = messages(4);
        memory.add(BRIEF);
        memory.add(BOTH);
        memory.add(TWELVE);
        memory.add(THREE);
        holds(memory, BRIEF, BOTH, TWELVE, THREE);

        memory.add(AiMessage.from("12 €, 3 left."));
        holds(memory, BRIEF, AiMessage.from("12 €, 3 left."));
    }

    @Test
    void results_go_with_their_call_from_a_window_of_tokens_too() {
        ChatMemory memory = tokens(4);
        memory.add(BOTH);
        memory.add(TWELVE);
        memory.add(THREE);
        memory.add(AiMessage.from("twelve euro"));

        holds(memory, AiMessage.from("twelve euro"));
    }

    @Test
    void a_window_may_change_its_size() {
        AtomicInteger most = new AtomicInteger(2);
        ChatMemory memory = MessageWindowChatMemory.builder()
                .id("chat")
                .dynamicMaxMessages(id -> most.get())
                .chatMemoryStore(store)
                .build();
        memory.add(said(1));
        memory.add(said(2));
        memory.add(said(3));
        most.set(4);
        memory.add(said(4));

        holds(memory, said(2), said(3), said(4));
        most.set(1);
        assertThat(memory.messages()).containsExactly(said(4));
    }

    @Test
    void setting_replaces_everything() {
        ChatMemory memory = messages(3);
        memory.add(said(1));
        memory.set(said(2), said(3), said(4), said(5));

        holds(memory, said(3), said(4), said(5));
    }
}
