package dojo.session.langchain4j;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.memory.chat.ChatMemoryProvider;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.session.Pause;
import dojo.session.SessionMemory;
import dojo.session.dynamo.AsyncDynamoSessionMemory;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.dynamo.MemorySettings;
import dojo.session.testkit.ConversationClaim;
import dojo.session.testkit.ConversationContract;
import dojo.session.testkit.ConversationSubject;
import dojo.session.testkit.HandMovedClock;
import dojo.session.testkit.Said;
import dojo.session.testkit.Seam;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The contract of a conversation, kept by each way to use the adapter; a framework's message carries no id. */
@WithLab
class ConversationContractTest {
    private static final int WINDOW = 6;
    private static final Duration LIFETIME = Duration.ofDays(1);

    private final Lab lab;
    private final DynamoDbClient client;
    private final String table;

    ConversationContractTest(Lab lab, DynamoDbClient client, LabTable table) {
        this.lab = lab;
        this.client = client;
        this.table = table.name();
    }

    @Nested
    class Appending implements ConversationContract {
        @Override
        public ConversationSubject subject() {
            return new Adapter(
                    EnumSet.complementOf(EnumSet.of(ConversationClaim.RETRY)),
                    memory -> SessionChatMemories.over(memory, WINDOW, LIFETIME)::of,
                    false);
        }
    }

    @Nested
    class AppendingWithoutWaiting implements ConversationContract {
        @Override
        public ConversationSubject subject() {
            // The kit stands between the requests of a client that waits.
            return new Adapter(
                    EnumSet.complementOf(EnumSet.of(ConversationClaim.RETRY, ConversationClaim.SEAM)),
                    memory -> SessionChatMemories.over(memory, WINDOW, LIFETIME).ahead(promising())::of,
                    true);
        }
    }

    @Nested
    class TheFrameworksWindowOverOurStore implements ConversationContract {
        @Override
        public ConversationSubject subject() {
            // It reads a list, changes it and hands back the whole: two writers at once are beyond it.
            return new Adapter(
                    EnumSet.of(ConversationClaim.WHOLE_HISTORY, ConversationClaim.CLOCK),
                    memory -> id -> MessageWindowChatMemory.builder()
                            .id(id)
                            .maxMessages(WINDOW)
                            .chatMemoryStore(SessionChatMemoryStore.over(memory, LIFETIME))
                            .build(),
                    false);
        }
    }

    private AsyncDynamoSessionMemory promising() {
        return AsyncDynamoSessionMemory.on(
                lab.asyncClient(), table, MemorySettings.usual().clock(clock).pause(Pause.NONE));
    }

    private final HandMovedClock clock = new HandMovedClock();

    private final class Adapter implements ConversationSubject {
        private final Set<ConversationClaim> claims;
        private final Function<SessionMemory, ChatMemoryProvider> adapter;
        private final ChatMemoryProvider memories;
        private final boolean ahead;
        private final Seam seam = new Seam();
        private final SessionMemory sessions;

        Adapter(Set<ConversationClaim> claims, Function<SessionMemory, ChatMemoryProvider> adapter, boolean ahead) {
            this.claims = claims;
            this.ahead = ahead;
            this.sessions = DynamoSessionMemory.on(
                    seam.in(client), table, MemorySettings.usual().clock(clock).pause(Pause.NONE));
            this.adapter = adapter;
            this.memories = adapter.apply(sessions);
        }

        @Override
        public Set<ConversationClaim> claims() {
            return claims;
        }

        @Override
        public void add(String conversation, Said said) {
            ChatMessage message = message(said);
            ChatMemory memory = memories.get(conversation);
            if (ahead) {
                memory.addAsync(List.of(message)).join();
            } else {
                memory.add(message);
            }
        }

        @Override
        public List<Said> history(String conversation) {
            ChatMemory memory = memories.get(conversation);
            List<ChatMessage> messages = ahead ? memory.messagesAsync().join() : memory.messages();
            return messages.stream().map(Adapter::said).toList();
        }

        @Override
        public List<Said> everything(String conversation) {
            return SessionChatMemories.over(sessions, 1_000, LIFETIME).of(conversation).messages().stream()
                    .map(Adapter::said)
                    .toList();
        }

        /** The id travels as an attribute; to the adapter it means nothing. */
        private static ChatMessage message(Said said) {
            return said.byUser()
                    ? UserMessage.builder()
                            .addContent(TextContent.from(said.text()))
                            .attributes(Map.of("id", said.id()))
                            .build()
                    : AiMessage.builder()
                            .text(said.text())
                            .attributes(Map.of("id", said.id()))
                            .build();
        }

        private static Said said(ChatMessage message) {
            if (message instanceof UserMessage user) {
                return new Said(String.valueOf(user.attributes().get("id")), true, user.singleText());
            }
            AiMessage ai = (AiMessage) message;
            return new Said(String.valueOf(ai.attributes().get("id")), false, ai.text());
        }

        @Override
        public int window() {
            return WINDOW;
        }

        @Override
        public ConversationSubject anotherProcess() {
            return new Adapter(claims, adapter, ahead);
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
}
