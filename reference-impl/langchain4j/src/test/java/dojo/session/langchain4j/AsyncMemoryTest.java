package dojo.session.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.AsyncNotSupportedException;
import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.dynamo.AsyncDynamoSessionMemory;
import dojo.session.dynamo.DynamoSessionMemory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The methods that came with LangChain4j 1.20, over a client that does not wait. */
@WithLab
class AsyncMemoryTest {
    private static final Duration LIFETIME = Duration.ofDays(1);
    private static final List<ChatMessage> SAID =
            List.of(SystemMessage.from("Be brief."), UserMessage.from("hello"), AiMessage.from("hi"));

    private final SessionMemory waiting;
    private final SessionChatMemories memories;
    private final ChatMemory memory;
    private final ChatMemoryStore store;

    AsyncMemoryTest(Lab lab, DynamoDbClient client, LabTable table) {
        AsyncDynamoSessionMemory promising = AsyncDynamoSessionMemory.on(lab.asyncClient(), table.name());
        this.waiting = DynamoSessionMemory.on(client, table.name());
        this.memories = SessionChatMemories.over(waiting, 10, LIFETIME).ahead(promising);
        this.memory = memories.of("chat");
        this.store = SessionChatMemoryStore.over(waiting, LIFETIME).ahead(promising);
    }

    @Test
    void what_is_added_ahead_is_there_for_those_who_wait_and_the_other_way_round() {
        memory.addAsync(SAID).join();
        memory.add(UserMessage.from("thanks"));

        assertThat(memory.messages()).hasSize(4).startsWith(SAID.toArray(ChatMessage[]::new));
        assertThat(memory.messagesAsync().join()).isEqualTo(memory.messages());
    }

    @Test
    void a_system_message_in_force_is_not_added_again() {
        memory.addAsync(SAID).join();
        memory.addAsync(List.of(SAID.get(0))).join();

        assertThat(waiting.read(SessionId.of("chat"), 0, 10).turnsOrThrow()).hasSize(3);
    }

    @Test
    void setting_begins_anew() {
        memory.addAsync(SAID).join();
        memory.setAsync(List.of(UserMessage.from("compacted"))).join();

        assertThat(memory.messagesAsync().join()).containsExactly(UserMessage.from("compacted"));
    }

    @Test
    void many_at_once_lose_nothing() {
        CompletableFuture<?>[] all = IntStream.range(0, 24)
                .mapToObj(i -> memories.of("chat").addAsync(List.of(UserMessage.from("message " + i))))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).join();

        assertThat(SessionChatMemories.over(waiting, 100, LIFETIME).of("chat").messages())
                .hasSize(24)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_store_keeps_what_it_was_given() {
        assertThat(store.getMessagesAsync("chat").join()).isEmpty();
        store.updateMessagesAsync("chat", SAID).join();
        assertThat(store.getMessagesAsync("chat").join()).isEqualTo(SAID);
        assertThat(store.getMessages("chat")).isEqualTo(SAID);

        store.deleteMessagesAsync("chat").join();
        assertThat(store.getMessagesAsync("chat").join()).isEmpty();
    }

    @Test
    void without_a_memory_for_it_they_fail_as_the_frameworks_defaults_do() {
        ChatMemory plain = SessionChatMemories.over(waiting, 10, LIFETIME).of("chat");
        ChatMemoryStore plainStore = SessionChatMemoryStore.over(waiting, LIFETIME);

        assertThat(List.of(
                        plain.addAsync(SAID),
                        plain.setAsync(SAID),
                        plain.messagesAsync(),
                        plainStore.getMessagesAsync("chat"),
                        plainStore.updateMessagesAsync("chat", SAID),
                        plainStore.deleteMessagesAsync("chat")))
                .allSatisfy(future ->
                        assertThatThrownBy(future::join).hasRootCauseInstanceOf(AsyncNotSupportedException.class));
    }
}
