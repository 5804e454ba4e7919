package dojo.session.springai;

import dojo.lab.junit.LabTable;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.dynamo.EventLog;
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
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.session.EventFilter;
import org.springframework.ai.session.Session;
import org.springframework.ai.session.SessionEvent;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** {@link SessionEventRepository} shows every behaviour of a conversation. */
@WithSessionIndex
class EventsContractTest implements ConversationContract {
    private final DynamoDbClient client;
    private final String table;

    EventsContractTest(DynamoDbClient client, LabTable table) {
        this.client = client;
        this.table = table.name();
    }

    @Override
    public ConversationSubject subject() {
        return new Adapter(new Events(), client, table, new HandMovedClock());
    }

    private static final class Events implements Adapter.Kind {
        @Override
        public Set<ConversationClaim> claims() {
            return EnumSet.allOf(ConversationClaim.class);
        }

        @Override
        public Adapter.Memory over(DynamoDbClient some, String name, MemorySettings settings) {
            var repository = SessionEventRepository.over(
                    DynamoSessionMemory.on(some, name, settings),
                    EventLog.on(some, name, settings),
                    SessionRegister.on(some, name, SessionEventRepository.REGISTER, settings),
                    settings.clock());
            return new Adapter.Memory() {
                @Override
                public void add(String conversation, Message message) {
                    if (repository.findById(conversation) == null) {
                        repository.save(Session.builder()
                                .id(conversation)
                                .userId("alice")
                                .expiresAt(settings.clock().instant().plus(Duration.ofDays(1)))
                                .build());
                    }
                    repository.appendEvent(SessionEvent.builder()
                            .id(String.valueOf(message.getMetadata().get(SessionChatMemory.TURN_ID)))
                            .sessionId(conversation)
                            .timestamp(HandMovedClock.START)
                            .message(message)
                            .build());
                }

                @Override
                public List<Message> get(String conversation) {
                    return repository.findEvents(conversation, EventFilter.lastN(Adapter.WINDOW)).stream()
                            .map(SessionEvent::getMessage)
                            .toList();
                }
            };
        }
    }
}
