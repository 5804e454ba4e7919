package dojo.session.dynamo;

import dojo.lab.junit.LabTable;
import dojo.session.Conversations;
import dojo.session.Pause;
import dojo.session.Role;
import dojo.session.SessionId;
import dojo.session.Turn;
import dojo.session.Window;
import dojo.session.testkit.ConversationClaim;
import dojo.session.testkit.ConversationContract;
import dojo.session.testkit.ConversationStore;
import dojo.session.testkit.ConversationSubject;
import dojo.session.testkit.DynamoSubject;
import dojo.session.testkit.HandMovedClock;
import dojo.session.testkit.Said;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithSessionTable
class ConversationsContractTest implements ConversationContract {
    private static final int WINDOW = 6;

    private final DynamoDbClient client;
    private final String table;

    ConversationsContractTest(DynamoDbClient client, LabTable table) {
        this.client = client;
        this.table = table.name();
    }

    @Override
    public ConversationSubject subject() {
        HandMovedClock clock = new HandMovedClock();
        MemorySettings settings = MemorySettings.usual().clock(clock).pause(Pause.NONE);
        return DynamoSubject.of(
                client,
                clock,
                WINDOW,
                Set.of(ConversationClaim.values()),
                process -> new Store(
                        Conversations.in(DynamoSessionMemory.on(process, table, settings), Duration.ofDays(1))));
    }

    private record Store(Conversations conversations) implements ConversationStore {
        @Override
        public void add(String conversation, Said said) {
            Turn turn = Turn.of(said.id(), said.byUser() ? Role.USER : Role.ASSISTANT, said.text());
            conversations.appendOnce(SessionId.of(conversation), List.of(turn), WINDOW);
        }

        @Override
        public List<Said> history(String conversation) {
            return load(conversation, Window.latest(WINDOW));
        }

        @Override
        public List<Said> everything(String conversation) {
            return load(conversation, Window.latest(1_000));
        }

        private List<Said> load(String conversation, Window window) {
            return conversations.load(SessionId.of(conversation), window).stream()
                    .map(stored -> stored.turn())
                    .map(turn -> new Said(turn.id().value(), turn.role().equals(Role.USER), turn.text()))
                    .toList();
        }
    }
}
