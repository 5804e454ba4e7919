package dojo.session.springai;

import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.dynamo.MemorySettings;
import dojo.session.testkit.ConversationClaim;
import dojo.session.testkit.ConversationContract;
import dojo.session.testkit.ConversationSubject;
import dojo.session.testkit.HandMovedClock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.ai.chat.messages.Message;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** {@link SessionChatMemory} shows every behaviour of a conversation. */
@WithLab
class AppendingContractTest implements ConversationContract {
    private final DynamoDbClient client;
    private final String table;

    AppendingContractTest(DynamoDbClient client, LabTable table) {
        this.client = client;
        this.table = table.name();
    }

    @Override
    public ConversationSubject subject() {
        return new Adapter(new Appending(), client, table, new HandMovedClock());
    }

    private static final class Appending implements Adapter.Kind {
        @Override
        public Set<ConversationClaim> claims() {
            return EnumSet.allOf(ConversationClaim.class);
        }

        @Override
        public Adapter.Memory over(DynamoDbClient some, String name, MemorySettings settings) {
            SessionChatMemory memory = SessionChatMemory.over(
                    DynamoSessionMemory.on(some, name, settings), Adapter.WINDOW, Duration.ofDays(1));
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
