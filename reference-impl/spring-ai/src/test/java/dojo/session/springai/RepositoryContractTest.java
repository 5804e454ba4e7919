package dojo.session.springai;

import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.dynamo.MemorySettings;
import dojo.session.dynamo.SessionRegister;
import dojo.session.testkit.ConversationClaim;
import dojo.session.testkit.ConversationContract;
import dojo.session.testkit.ConversationSubject;
import dojo.session.testkit.HandMovedClock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.ai.chat.memory.MessageWindowChatMemory;
import org.springframework.ai.chat.messages.Message;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Spring AI's own window over {@link SessionChatMemoryRepository} shows every behaviour of a conversation for one writer.
 *
 * <p>What it cannot claim is {@code saveAll}'s: without a version, of two requests at once the later wins.
 */
@WithLab
class RepositoryContractTest implements ConversationContract {
    private final DynamoDbClient client;
    private final String table;

    RepositoryContractTest(DynamoDbClient client, LabTable table) {
        this.client = client;
        this.table = table.name();
    }

    @Override
    public ConversationSubject subject() {
        return new Adapter(new Window(), client, table, new HandMovedClock());
    }

    private static final class Window implements Adapter.Kind {
        @Override
        public Set<ConversationClaim> claims() {
            return EnumSet.of(
                    ConversationClaim.WHOLE_HISTORY, ConversationClaim.SEVERAL_PROCESSES, ConversationClaim.CLOCK);
        }

        @Override
        public Adapter.Memory over(DynamoDbClient some, String name, MemorySettings settings) {
            var repository = SessionChatMemoryRepository.over(
                    DynamoSessionMemory.on(some, name, settings),
                    SessionRegister.on(some, name, SessionChatMemoryRepository.REGISTER, settings),
                    Duration.ofDays(1),
                    settings.clock());
            var memory = MessageWindowChatMemory.builder()
                    .chatMemoryRepository(repository)
                    .maxMessages(Adapter.WINDOW)
                    .build();
            return new Adapter.Memory() {
                @Override
                public void add(String conversation, Message message) {
                    memory.add(conversation, message);
                }

                @Override
                public List<Message> get(String conversation) {
                    return memory.get(conversation);
                }
            };
        }
    }
}
