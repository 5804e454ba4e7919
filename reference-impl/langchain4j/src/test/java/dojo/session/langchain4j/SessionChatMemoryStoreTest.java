package dojo.session.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.dynamo.DynamoSessionMemory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
class SessionChatMemoryStoreTest {
    private static final ChatMessage HELLO = UserMessage.from("hello");
    private static final ChatMessage HI = AiMessage.from("hi");
    private static final ChatMessage THANKS = UserMessage.from("thanks");

    private final SessionMemory sessions;
    private final SessionChatMemoryStore store;

    SessionChatMemoryStoreTest(DynamoDbClient client, LabTable table) {
        this.sessions = DynamoSessionMemory.on(client, table.name());
        this.store = SessionChatMemoryStore.over(sessions, Duration.ofDays(1));
    }

    @Test
    void a_conversation_that_never_was_is_empty_and_can_be_deleted() {
        store.deleteMessages(17);

        assertThat(store.getMessages(17)).isEmpty();
    }

    @Test
    void each_update_is_the_whole_list() {
        for (List<ChatMessage> list : List.of(
                List.of(HELLO, HI, THANKS),
                List.of(THANKS, HELLO),
                List.<ChatMessage>of(),
                List.of(HI, HI, HI),
                List.of(SystemMessage.from("Be brief."), HI))) {
            store.updateMessages(17, list);

            assertThat(store.getMessages(17)).isEqualTo(list);
        }
    }

    @Test
    void what_left_the_list_stays_in_the_log() {
        store.updateMessages(17, List.of(HELLO, HI));
        store.updateMessages(17, List.of(HI, THANKS));

        assertThat(sessions.read(SessionId.of("17"), 0, 10).turnsOrThrow())
                .extracting(stored -> stored.turn().text())
                .containsExactly("hello", "hi", "thanks");
    }

    @Test
    void conversations_are_kept_apart_and_a_deleted_one_begins_anew() {
        store.updateMessages(17, List.of(HELLO));
        store.updateMessages(18, List.of(HI));
        store.deleteMessages(17);
        assertThat(store.getMessages(17)).isEmpty();
        assertThat(store.getMessages(18)).containsExactly(HI);

        store.updateMessages(17, List.of(THANKS));
        assertThat(store.getMessages(17)).containsExactly(THANKS);
    }

    @Test
    void lists_belong_to_whoever_has_them() {
        List<ChatMessage> mine = new ArrayList<>(List.of(HELLO));
        store.updateMessages(17, mine);
        mine.add(HI);
        store.getMessages(17).clear();

        assertThat(store.getMessages(17)).containsExactly(HELLO);
    }

    @Test
    @Costs(requests = 0)
    void what_it_cannot_keep_is_refused_before_any_request() {
        ChatMessage odd = AiMessage.builder()
                .text("hello")
                .attributes(Map.of("since", Duration.ofDays(1)))
                .build();

        assertThatThrownBy(() -> store.updateMessages(17, List.of(HELLO, odd))).hasMessageContaining("serializer");
        assertThatThrownBy(() -> store.updateMessages(17, Arrays.asList(HELLO, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("index 1");
        assertThatThrownBy(() -> store.updateMessages(" ", List.of(HELLO))).hasMessageContaining("blank");
    }
}
