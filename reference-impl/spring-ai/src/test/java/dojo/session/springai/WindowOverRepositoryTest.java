package dojo.session.springai;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.dynamo.MemorySettings;
import dojo.session.dynamo.SessionRegister;
import dojo.session.testkit.ConversationContract;
import dojo.session.testkit.ConversationStore;
import dojo.session.testkit.DynamoSubject;
import dojo.session.testkit.HandMovedClock;
import dojo.session.testkit.Said;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.memory.MessageWindowChatMemory;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.MessageType;
import org.springframework.ai.chat.messages.UserMessage;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the framework's own way of adding breaks of the contract of any conversation, and what it does not. */
@WithLab
class WindowOverRepositoryTest {
    private static final int WINDOW = 6;

    private final DynamoDbClient client;
    private final String table;

    WindowOverRepositoryTest(DynamoDbClient client, LabTable table) {
        this.client = client;
        this.table = table.name();
    }

    /** Reading a list, adding to it and saving it loses what another one has saved in between; nothing else is lost. */
    @Test
    void behind_the_frameworks_own_window_only_writers_who_meet_are_lost() {
        Set<String> broken = ConversationContract.behaviours().broken(() -> {
            HandMovedClock clock = new HandMovedClock();
            var memory =
                    (Function<DynamoDbClient, ConversationStore>) process -> new Store(MessageWindowChatMemory.builder()
                            .chatMemoryRepository(SessionChatMemoryRepository.over(
                                    DynamoSessionMemory.on(process, table, clock),
                                    SessionRegister.on(
                                            process,
                                            table,
                                            SessionChatMemoryRepository.REGISTER,
                                            MemorySettings.usual().clock(clock)),
                                    Duration.ofDays(1),
                                    clock))
                            .maxMessages(WINDOW)
                            .build());
            return DynamoSubject.of(client, clock, WINDOW, Set.of(), memory);
        });

        assertThat(broken).containsExactly("two writers who meet lose nothing");
    }

    private record Store(ChatMemory memory) implements ConversationStore {
        @Override
        public void add(String conversation, Said said) {
            Map<String, Object> id = Map.of(SessionChatMemory.TURN_ID, said.id());
            memory.add(
                    conversation,
                    said.byUser()
                            ? UserMessage.builder()
                                    .text(said.text())
                                    .metadata(id)
                                    .build()
                            : AssistantMessage.builder()
                                    .content(said.text())
                                    .properties(id)
                                    .build());
        }

        @Override
        public List<Said> history(String conversation) {
            return memory.get(conversation).stream().map(Store::said).toList();
        }

        private static Said said(Message message) {
            return new Said(
                    String.valueOf(message.getMetadata().get(SessionChatMemory.TURN_ID)),
                    message.getMessageType() == MessageType.USER,
                    String.valueOf(message.getText()));
        }
    }
}
