package dojo.session.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.session.Append;
import dojo.session.Context;
import dojo.session.Conversations;
import dojo.session.Loaded;
import dojo.session.PassedOn;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.StoredTurn;
import dojo.session.Turn;
import dojo.session.Window;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithSessionTable
class ConversationsTest {
    private static final SessionId CHAT = SessionId.of("chat-1");
    private static final Turn HELLO = Turn.user("t-1", "hello");
    private static final Turn ANSWER = Turn.assistant("t-2", "hi");

    private final Hands clock = new Hands();
    private final DynamoSessionMemory memory;
    private final Conversations here;
    private final Conversations elsewhere;

    ConversationsTest(DynamoDbClient client, LabTable table) {
        this.memory = DynamoSessionMemory.on(client, table.name(), clock, Pause.NONE);
        this.here = Conversations.in(memory, Duration.ofDays(30));
        this.elsewhere = Conversations.in(memory, Duration.ofDays(30));
    }

    @Test
    void a_conversation_opens_itself_with_its_first_turn() {
        assertThat(texts()).isEmpty();

        here.append(CHAT, List.of(HELLO, ANSWER));

        assertThat(texts()).containsExactly("hello", "hi");
    }

    @Test
    @Costs(requests = 9, writeUnits = 3)
    void only_the_first_turn_of_a_conversation_costs_more_than_its_own_write() {
        // Four requests to find no session and to open one, then one for each turn; and nothing is read again.
        here.append(CHAT, List.of(HELLO));
        here.append(CHAT, List.of(ANSWER));
        assertThat(memory.load(SessionId.of("chat-2"), Window.latest(1)).bill().requests())
                .isEqualTo(3);
    }

    @Test
    void a_silence_ends_a_conversation_and_turns_keep_it_alive() {
        Conversations sliding = Conversations.in(memory, Duration.ofDays(30), Duration.ofHours(1));
        for (int i = 1; i <= 4; i++) {
            sliding.append(CHAT, List.of(Turn.user("t-" + i, "turn " + i)));
            clock.advance(Duration.ofMinutes(40));
        }
        assertThat(sliding.load(CHAT, Window.latest(10))).hasSize(4);

        clock.advance(Duration.ofMinutes(60));
        assertThat(sliding.load(CHAT, Window.latest(10))).isEmpty();
        assertThatThrownBy(() -> Conversations.in(memory, Duration.ofDays(1), Duration.ofDays(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT48H");
    }

    @Test
    void two_processes_share_a_conversation_and_lose_nothing() {
        here.append(CHAT, List.of(HELLO));
        elsewhere.append(CHAT, List.of(ANSWER));
        here.append(CHAT, List.of(Turn.user("t-3", "thanks")));

        assertThat(texts()).containsExactly("hello", "hi", "thanks");
    }

    @Test
    void many_threads_that_open_the_same_conversation_lose_nothing() {
        IntStream.range(0, 24)
                .parallel()
                .forEach(i -> (i % 2 == 0 ? here : elsewhere).append(CHAT, List.of(Turn.user("t-" + i, "turn " + i))));

        assertThat(texts()).hasSize(24).doesNotHaveDuplicates();
    }

    @Test
    void a_restart_elsewhere_is_noticed_and_the_turn_opens_the_new_conversation() {
        here.append(CHAT, List.of(HELLO));
        elsewhere.restart(CHAT);

        here.append(CHAT, List.of(ANSWER));

        assertThat(texts()).containsExactly("hi");
    }

    @Test
    void a_turn_after_the_end_opens_the_conversation_again() {
        here.append(CHAT, List.of(HELLO));
        clock.advance(Duration.ofDays(30));
        assertThat(texts()).isEmpty();

        here.append(CHAT, List.of(ANSWER));

        assertThat(texts()).containsExactly("hi");
    }

    @Test
    void one_message_delivered_to_many_at_once_is_said_once() {
        IntStream.range(0, 12)
                .parallel()
                .forEach(i -> (i % 2 == 0 ? here : elsewhere).appendOnce(CHAT, List.of(HELLO, ANSWER), 10));

        assertThat(texts()).containsExactly("hello", "hi");
    }

    @Test
    void what_was_said_by_a_call_without_an_answer_is_not_said_again() {
        here.append(CHAT, List.of(HELLO));

        elsewhere.appendOnce(CHAT, List.of(HELLO, ANSWER), 10);
        here.appendOnce(CHAT, List.of(HELLO, ANSWER), 10);

        assertThat(texts()).containsExactly("hello", "hi");
    }

    @Test
    void an_id_used_for_two_texts_is_reported_by_either_way_of_appending() {
        here.append(CHAT, List.of(HELLO));
        Turn other = Turn.user("t-1", "good bye");

        assertThatThrownBy(() -> here.appendOnce(CHAT, List.of(other), 10)).hasMessageContaining("t-1");
        assertThatThrownBy(
                        () -> Conversations.in(atTheStart(), Duration.ofDays(1)).append(CHAT, List.of(other)))
                .hasMessageContaining("t-1");
    }

    @Test
    void the_restart_of_a_conversation_that_never_was_changes_nothing() {
        here.restart(CHAT);

        assertThat(texts()).isEmpty();
    }

    @Test
    void somebody_who_opens_the_conversation_and_says_the_same_at_that_moment_is_noticed() {
        Conversations raced = Conversations.in(
                new PassedOn(memory) {
                    private boolean intruded;

                    @Override
                    public Loaded load(SessionId session, Window window) {
                        Loaded loaded = super.load(session, window);
                        if (!intruded) {
                            intruded = true;
                            elsewhere.appendOnce(CHAT, List.of(HELLO), 10);
                        }
                        return loaded;
                    }
                },
                Duration.ofDays(30));

        raced.appendOnce(CHAT, List.of(HELLO), 10);

        assertThat(texts()).containsExactly("hello");
    }

    @Test
    void a_restart_in_the_middle_of_a_call_does_not_bring_back_what_it_hid() {
        Conversations raced = Conversations.in(
                new PassedOn(memory) {
                    private int appends;

                    @Override
                    public Append append(Position expected, Turn turn) {
                        if (++appends == 2) {
                            elsewhere.restart(CHAT);
                        }
                        return super.append(expected, turn);
                    }
                },
                Duration.ofDays(30));

        raced.appendOnce(CHAT, List.of(HELLO, ANSWER), 10);

        assertThat(texts()).containsExactly("hi");
    }

    @Test
    void a_conversation_that_never_rests_is_an_exception_and_no_endless_loop() {
        Conversations restless = Conversations.in(
                new PassedOn(memory) {
                    @Override
                    public Append append(Position expected, Turn turn) {
                        elsewhere.restart(CHAT);
                        return super.append(expected, turn);
                    }
                },
                Duration.ofDays(30));

        assertThatThrownBy(() -> restless.append(CHAT, List.of(HELLO))).hasMessageContaining("did not come to rest");
    }

    /** A memory whose loads are old: the tail they report is the beginning. */
    private SessionMemory atTheStart() {
        return new PassedOn(memory) {
            @Override
            public Loaded load(SessionId session, Window window) {
                Loaded.Found found = (Loaded.Found) super.load(session, window);
                Context now = found.context();
                Position start = Token.of(now.tail()).at(0);
                return new Loaded.Found(
                        new Context(
                                session,
                                now.customer(),
                                now.createdAt(),
                                now.expiresAt(),
                                now.metadata(),
                                now.summary(),
                                List.of(),
                                false,
                                now.turnCount(),
                                start),
                        found.bill());
            }
        };
    }

    private List<String> texts() {
        return here.load(CHAT, Window.latest(100)).stream()
                .map(StoredTurn::turn)
                .map(Turn::text)
                .toList();
    }
}
