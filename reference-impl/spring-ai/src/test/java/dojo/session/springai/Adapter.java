package dojo.session.springai;

import dojo.session.Pause;
import dojo.session.SessionId;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.dynamo.MemorySettings;
import dojo.session.testkit.ConversationClaim;
import dojo.session.testkit.ConversationSubject;
import dojo.session.testkit.HandMovedClock;
import dojo.session.testkit.Said;
import dojo.session.testkit.Seam;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.MessageType;
import org.springframework.ai.chat.messages.UserMessage;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** One of our adapters, as the contract kit wants to hold it. */
final class Adapter implements ConversationSubject {
    static final int WINDOW = 6;

    /** What differs from adapter to adapter. */
    interface Kind {
        Set<ConversationClaim> claims();

        Memory over(DynamoDbClient client, String table, MemorySettings settings);
    }

    /** A memory that adds and shows messages. */
    interface Memory {
        void add(String conversation, Message message);

        List<Message> get(String conversation);
    }

    private final Kind kind;
    private final DynamoDbClient client;
    private final String table;
    private final HandMovedClock clock;
    private final Seam seam = new Seam();
    private final Memory memory;

    Adapter(Kind kind, DynamoDbClient client, String table, HandMovedClock clock) {
        this.kind = kind;
        this.client = client;
        this.table = table;
        this.clock = clock;
        this.memory = kind.over(seam.in(client), table, settings());
    }

    private MemorySettings settings() {
        return MemorySettings.usual().clock(clock).pause(Pause.NONE);
    }

    @Override
    public Set<ConversationClaim> claims() {
        return kind.claims();
    }

    @Override
    public void add(String conversation, Said said) {
        Map<String, Object> named = Map.of(SessionChatMemory.TURN_ID, said.id());
        memory.add(
                conversation,
                said.byUser()
                        ? UserMessage.builder()
                                .text(said.text())
                                .metadata(named)
                                .build()
                        : AssistantMessage.builder()
                                .content(said.text())
                                .properties(named)
                                .build());
    }

    @Override
    public List<Said> history(String conversation) {
        return memory.get(conversation).stream().map(Adapter::said).toList();
    }

    private static Said said(Message message) {
        return new Said(
                String.valueOf(message.getMetadata().get(SessionChatMemory.TURN_ID)),
                message.getMessageType() == MessageType.USER,
                String.valueOf(message.getText()));
    }

    @Override
    public List<Said> everything(String conversation) {
        return DynamoSessionMemory.on(client, table, settings())
                .read(SessionId.of(conversation), 0, 1_000)
                .turnsOrThrow()
                .stream()
                .map(stored -> said(MessageTurns.message(stored.turn())))
                .toList();
    }

    @Override
    public int window() {
        return WINDOW;
    }

    @Override
    public ConversationSubject anotherProcess() {
        return new Adapter(kind, client, table, clock);
    }

    @Override
    public HandMovedClock clock() {
        return clock;
    }

    @Override
    public Seam seam() {
        return seam;
    }
}
