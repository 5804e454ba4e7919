package dojo.session.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Lab;
import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.session.AsyncConversations;
import dojo.session.Conversations;
import dojo.session.SessionId;
import dojo.session.StoredTurn;
import dojo.session.Turn;
import dojo.session.Window;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The same steps as {@link ConversationsTest} takes, over a client that does not wait. */
@WithSessionTable
class AsyncConversationsTest {
    private static final SessionId CHAT = SessionId.of("chat");
    private static final Duration LIFETIME = Duration.ofDays(1);
    private static final Turn HELLO = Turn.user("m-1", "hello");
    private static final Turn ANSWER = Turn.assistant("m-2", "hi");

    private final AsyncConversations conversations;
    private final AsyncConversations elsewhere;
    private final Conversations waiting;

    AsyncConversationsTest(Lab lab, DynamoDbClient client, LabTable table) {
        AsyncDynamoSessionMemory memory = AsyncDynamoSessionMemory.on(lab.asyncClient(), table.name());
        this.conversations = AsyncConversations.in(memory, LIFETIME);
        this.elsewhere = AsyncConversations.in(memory, LIFETIME);
        this.waiting = Conversations.in(DynamoSessionMemory.on(client, table.name()), LIFETIME);
    }

    private List<Turn> said() {
        return conversations.load(CHAT, Window.latest(100)).join().stream()
                .map(StoredTurn::turn)
                .toList();
    }

    @Test
    void a_conversation_opens_with_its_first_turn_and_goes_on() {
        assertThat(said()).isEmpty();
        conversations.append(CHAT, List.of(HELLO, ANSWER)).join();

        assertThat(said()).containsExactly(HELLO, ANSWER);
        assertThat(waiting.load(CHAT, Window.latest(100))).hasSize(2);
        assertThat(conversations.read(CHAT, 1, 10).join())
                .extracting(StoredTurn::turn)
                .containsExactly(ANSWER);
    }

    @Test
    @Costs(writeUnits = 1 + 12)
    void a_turn_is_one_write_once_the_conversation_is_in_use() {
        for (int i = 0; i < 12; i++) {
            conversations.append(CHAT, List.of(Turn.user("m-" + i, "hello"))).join();
        }
    }

    @Test
    void turns_of_many_processes_at_once_are_all_there() {
        CompletableFuture<?>[] all = IntStream.range(0, 24)
                .mapToObj(i ->
                        (i % 2 == 0 ? conversations : elsewhere).append(CHAT, List.of(Turn.user("m-" + i, "hello"))))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).join();

        assertThat(said()).hasSize(24).doesNotHaveDuplicates();
    }

    @Test
    void a_turn_that_may_have_been_stored_is_stored_once() {
        conversations.appendOnce(CHAT, List.of(HELLO), 10).join();
        elsewhere.appendOnce(CHAT, List.of(HELLO, ANSWER), 10).join();

        assertThat(said()).containsExactly(HELLO, ANSWER);
        assertThatThrownBy(() -> elsewhere
                        .appendOnce(CHAT, List.of(Turn.user("m-1", "other words")), 10)
                        .join())
                .rootCause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("m-1");
    }

    @Test
    void after_a_restart_elsewhere_the_next_turn_is_in_the_new_conversation() {
        conversations.append(CHAT, List.of(HELLO)).join();
        elsewhere.restart(CHAT).join();
        conversations.append(CHAT, List.of(ANSWER)).join();

        assertThat(said()).containsExactly(ANSWER);
    }

    @Test
    void a_list_is_what_it_was_replaced_by() {
        assertThat(conversations.current(CHAT).join()).isEmpty();
        conversations.replace(CHAT, List.of(ANSWER, HELLO)).join();

        assertThat(elsewhere.current(CHAT).join()).extracting(StoredTurn::turn).containsExactly(ANSWER, HELLO);
        assertThat(waiting.current(CHAT)).hasSize(2);
        waiting.replace(CHAT, List.of(HELLO));
        assertThat(conversations.current(CHAT).join()).hasSize(1);
    }

    @Test
    void over_a_memory_that_waits_every_future_is_done_when_it_is_handed_out(DynamoDbClient client, LabTable table) {
        AsyncConversations here = AsyncConversations.waitingIn(DynamoSessionMemory.on(client, table.name()), LIFETIME);

        assertThat(here.append(CHAT, List.of(HELLO))).isCompleted();
        assertThat(here.load(CHAT, Window.latest(5))).isCompletedWithValueMatching(turns -> turns.size() == 1);
    }
}
