package dojo.session.springai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.session.SessionId;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.dynamo.MemorySettings;
import dojo.session.dynamo.SessionRegister;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.memory.ChatMemoryRepository;
import org.springframework.ai.chat.memory.MessageWindowChatMemory;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.AssistantMessage.ToolCall;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage.ToolResponse;
import org.springframework.ai.chat.messages.UserMessage;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
class SessionChatMemoryRepositoryTest {
    private final SessionChatMemoryRepository repository;
    private final SessionChatMemoryRepository otherProcess;
    private final DynamoSessionMemory sessions;

    SessionChatMemoryRepositoryTest(DynamoDbClient client, LabTable table) {
        this.sessions = DynamoSessionMemory.on(table.backstage(), table.name());
        this.repository = on(client, table);
        this.otherProcess = on(table.backstage(), table);
    }

    static SessionChatMemoryRepository on(DynamoDbClient client, LabTable table) {
        MemorySettings settings = MemorySettings.usual();
        return SessionChatMemoryRepository.over(
                DynamoSessionMemory.on(client, table.name(), settings),
                SessionRegister.on(client, table.name(), SessionChatMemoryRepository.REGISTER, settings),
                Duration.ofDays(30),
                Clock.systemUTC());
    }

    @Test
    void messages_of_every_kind_come_back_equal_and_in_order() {
        List<Message> said = List.of(
                new SystemMessage("You sell manga."),
                UserMessage.builder()
                        .text("Is it out?")
                        .metadata(Map.of("channel", "web"))
                        .build(),
                AssistantMessage.builder()
                        .toolCalls(List.of(new ToolCall("call-1", "function", "stock", "{\"volume\":3}")))
                        .build(),
                ToolResponseMessage.builder()
                        .responses(List.of(new ToolResponse("call-1", "stock", "4")))
                        .build(),
                new AssistantMessage("Yes."));
        repository.saveAll("chat-1", said);

        assertThat(otherProcess.findByConversationId("chat-1")).isEqualTo(said);
    }

    @Test
    void fifty_messages_keep_their_order() {
        List<Message> fifty = words("message", 50);
        repository.saveAll("chat-1", fifty);

        assertThat(repository.findByConversationId("chat-1")).isEqualTo(fifty);
    }

    @Test
    void a_saved_list_replaces_the_one_before_and_the_log_keeps_both() {
        repository.saveAll("chat-1", words("old", 3));
        List<Message> other = List.of(new UserMessage("new 1"), new AssistantMessage("new 2"));
        repository.saveAll("chat-1", other);

        assertThat(repository.findByConversationId("chat-1")).isEqualTo(other);
        assertThat(sessions.read(SessionId.of("chat-1"), 0, 100).turnsOrThrow()).hasSize(5);
    }

    @Test
    void equal_messages_are_as_many_as_were_saved() {
        List<Message> hi = List.of(new UserMessage("hi"), new UserMessage("hi"), new UserMessage("hi"));
        repository.saveAll("chat-1", hi);
        repository.saveAll("chat-1", hi.subList(0, 2));

        assertThat(repository.findByConversationId("chat-1")).isEqualTo(hi.subList(0, 2));
    }

    @Test
    void an_empty_list_empties_a_conversation_and_an_unknown_one_is_empty() {
        repository.saveAll("chat-1", words("old", 3));
        repository.saveAll("chat-1", List.of());

        assertThat(repository.findByConversationId("chat-1")).isEmpty();
        assertThat(repository.findByConversationId("nobody")).isEmpty();
    }

    @Test
    void a_deleted_conversation_is_gone_and_may_begin_anew() {
        repository.saveAll("chat-1", words("old", 3));
        otherProcess.deleteByConversationId("chat-1");
        assertThat(repository.findByConversationId("chat-1")).isEmpty();
        assertThat(repository.findConversationIds()).isEmpty();

        repository.saveAll("chat-1", words("new", 1));
        assertThat(repository.findByConversationId("chat-1")).isEqualTo(words("new", 1));
        assertThat(repository.findConversationIds()).containsExactly("chat-1");
        repository.deleteByConversationId("nobody");
    }

    @Test
    void conversations_are_named_once_each_without_a_scan() {
        IntStream.rangeClosed(1, 30).forEach(i -> otherProcess.saveAll("chat-" + i, words("hello", 1)));
        repository.saveAll("chat-7", words("hello again", 1));

        assertThat(repository.findConversationIds())
                .hasSize(30)
                .doesNotHaveDuplicates()
                .contains("chat-1", "chat-30");
        assertThatThrownBy(() -> repository.naming(29).findConversationIds())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("more than 29");
    }

    @Test
    @Costs(requests = 0)
    void what_it_cannot_keep_is_refused_before_any_request() {
        List<Message> holed = Arrays.asList(new UserMessage("secret"), null);

        assertThatThrownBy(() -> repository.saveAll(" ", words("a", 1))).hasMessageContaining("blank");
        assertThatThrownBy(() -> repository.saveAll("a#b", words("a", 1))).hasMessageContaining("a#b");
        assertThatThrownBy(() -> repository.saveAll("chat-1", holed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("index 1 of 2")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> repository.findByConversationId("")).hasMessageContaining("blank");
        assertThatThrownBy(() -> repository.deleteByConversationId("\t")).hasMessageContaining("blank");
    }

    @Test
    void the_window_of_spring_ai_moves_over_it_as_it_does_over_a_map() {
        ChatMemory ours = window(repository);
        ChatMemory theirs = window(new org.springframework.ai.chat.memory.InMemoryChatMemoryRepository());
        for (ChatMemory memory : List.of(ours, theirs)) {
            memory.add("chat-1", new SystemMessage("You sell manga."));
            for (int i = 1; i <= 30; i++) {
                memory.add("chat-1", new UserMessage("question " + i));
                memory.add("chat-1", new AssistantMessage("answer " + i));
            }
        }

        assertThat(ours.get("chat-1")).isEqualTo(theirs.get("chat-1")).hasSizeLessThanOrEqualTo(20);
        assertThat(sessions.read(SessionId.of("chat-1"), 0, 100).turnsOrThrow()).hasSize(61);
    }

    private static ChatMemory window(ChatMemoryRepository repository) {
        return MessageWindowChatMemory.builder()
                .chatMemoryRepository(repository)
                .maxMessages(20)
                .build();
    }

    private static List<Message> words(String what, int count) {
        List<Message> messages = new ArrayList<>();
        IntStream.rangeClosed(1, count)
                .forEach(i -> messages.add(
                        i % 2 == 1 ? new UserMessage(what + " " + i) : new AssistantMessage(what + " " + i)));
        return messages;
    }
}
