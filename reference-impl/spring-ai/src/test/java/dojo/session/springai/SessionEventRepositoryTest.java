package dojo.session.springai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.session.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.AssistantMessage.ToolCall;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.MessageType;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage.ToolResponse;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.session.EventFilter;
import org.springframework.ai.session.Session;
import org.springframework.ai.session.SessionEvent;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What Spring AI's community asks of a session repository, in scenarios of ours. */
@WithSessionIndex
class SessionEventRepositoryTest {
    private final MovedClock clock = new MovedClock();
    private final SessionEventRepository repository;
    private final SessionEventRepository backstage;

    SessionEventRepositoryTest(DynamoDbClient client, LabTable table) {
        this.repository = EventScene.repository(client, table.name(), clock);
        this.backstage = EventScene.repository(table.backstage(), table.name(), clock);
        backstage.save(session("s-42", "alice"));
    }

    @Test
    void a_session_comes_back_with_everything_it_was_saved_with() {
        Session saved = repository.save(Session.builder()
                .id("s-1")
                .userId("alice")
                .createdAt(clock.instant())
                .expiresAt(clock.instant().plusSeconds(3_600))
                .metadata(Map.of("model", "small", "tags", List.of("a")))
                .build());

        assertThat(repository.findById("s-1")).usingRecursiveComparison().isEqualTo(saved);
        assertThat(repository.findById("nobody")).isNull();
    }

    @Test
    void saving_again_changes_the_metadata_and_keeps_events_and_version() {
        append("hello");
        repository.save(Session.builder()
                .id("s-42")
                .userId("bob")
                .expiresAt(clock.instant().plus(Duration.ofDays(60)))
                .metadata(Map.of("topic", "manga"))
                .build());

        assertThat(Objects.requireNonNull(repository.findById("s-42")).metadata())
                .containsEntry("topic", "manga");
        assertThat(texts(EventFilter.all())).containsExactly("hello");
        assertThat(repository.getEventVersion("s-42")).isEqualTo(1);
        assertThat(repository.findByUserId("alice")).isEmpty();
        assertThat(repository.findByUserId("bob")).extracting(Session::id).containsExactly("s-42");
    }

    @Test
    void the_sessions_of_a_user_are_found_and_no_others() {
        repository.save(session("s-1", "alice"));
        repository.save(session("s-2", "bob"));

        assertThat(repository.findByUserId("alice")).extracting(Session::id).containsExactlyInAnyOrder("s-42", "s-1");
        assertThat(repository.findByUserId("nobody")).isEmpty();
    }

    @Test
    void a_deleted_session_is_gone_with_its_events_and_takes_no_more() {
        append("hello");
        repository.delete("s-42");

        assertThat(repository.findById("s-42")).isNull();
        assertThat(repository.findByUserId("alice")).isEmpty();
        assertThat(texts(EventFilter.all())).isEmpty();
        assertThat(repository.getEventVersion("s-42")).isZero();
        assertThatThrownBy(() -> append("late")).isInstanceOf(IllegalArgumentException.class);
        repository.delete("nobody");
    }

    @Test
    void an_expired_session_is_gone_at_once_and_named_to_those_who_clean_up() {
        append("hello");
        repository.save(Session.builder()
                .id("s-1")
                .userId("alice")
                .expiresAt(clock.instant().minusSeconds(60))
                .build());
        clock.advance(Duration.ofDays(59));
        assertThat(repository.findExpiredSessionIds(clock.instant())).containsExactly("s-1");

        clock.advance(Duration.ofDays(2));
        assertThat(repository.findExpiredSessionIds(clock.instant())).containsExactlyInAnyOrder("s-1", "s-42");
        assertThat(repository.findById("s-42")).isNull();
        assertThat(repository.findByUserId("alice")).isEmpty();
        assertThat(texts(EventFilter.all())).isEmpty();
        assertThatThrownBy(() -> append("late")).hasMessageContaining("Session not found");
    }

    @Test
    void an_event_needs_a_session() {
        assertThatThrownBy(() -> repository.appendEvent(event("ghost", "e-1", new UserMessage("hi"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Session not found: ghost");
        assertThat(repository.findEvents("ghost", EventFilter.all())).isEmpty();
        assertThat(repository.getEventVersion("ghost")).isZero();
    }

    @Test
    void an_event_sent_again_is_one_event_and_one_version() {
        SessionEvent event = event("s-42", "e-1", new UserMessage("hi"));
        repository.appendEvent(event);
        append("between");
        repository.appendEvent(event);
        repository.recognisingBy(Scope.tail(10)).appendEvent(event);

        assertThat(texts(EventFilter.all())).containsExactly("hi", "between");
        assertThat(repository.getEventVersion("s-42")).isEqualTo(2);
        assertThatThrownBy(() -> repository.appendEvent(event("s-42", "e-1", new UserMessage("other"))))
                .hasMessageContaining("holds another event under the id e-1");
    }

    @Test
    void two_events_that_say_the_same_are_two_events() {
        append("hi");
        append("hi");

        assertThat(texts(EventFilter.all())).containsExactly("hi", "hi");
    }

    @Test
    void events_come_back_in_the_order_in_which_they_were_appended_whatever_their_time() {
        for (int i = 1; i <= 4; i++) {
            repository.appendEvent(SessionEvent.builder()
                    .sessionId("s-42")
                    .timestamp(Instant.parse("2026-01-01T00:00:00Z").minusSeconds(i))
                    .message(new UserMessage("message " + i))
                    .build());
        }

        assertThat(texts(EventFilter.all())).containsExactly("message 1", "message 2", "message 3", "message 4");
    }

    @Test
    void messages_of_every_kind_come_back_equal_with_their_events() {
        SessionEvent call = SessionEvent.builder()
                .sessionId("s-42")
                .message(AssistantMessage.builder()
                        .content("")
                        .toolCalls(List.of(new ToolCall("call-1", "function", "weather", "{}")))
                        .build())
                .metadata("trace", "t-1")
                .branch("orch.researcher")
                .build();
        SessionEvent answer = SessionEvent.builder()
                .sessionId("s-42")
                .message(ToolResponseMessage.builder()
                        .responses(List.of(new ToolResponse("call-1", "weather", "22C")))
                        .build())
                .build();
        repository.appendEvent(call);
        repository.appendEvent(answer);

        assertThat(repository.findEvents("s-42", EventFilter.all())).containsExactly(call, answer);
        SessionEvent read = repository.findEvents("s-42", EventFilter.all()).get(0);
        assertThat(read.getMessage()).isEqualTo(call.getMessage());
        assertThat(read.getMetadata()).isEqualTo(call.getMetadata());
        assertThat(read.getTimestamp()).isEqualTo(call.getTimestamp());
        assertThat(read.getBranch()).isEqualTo("orch.researcher");
    }

    @Test
    void filters_choose_events_and_pages_divide_them() {
        IntStream.rangeClosed(1, 6).forEach(i -> append("message " + i));
        repository.appendEvent(SessionEvent.builder()
                .sessionId("s-42")
                .message(new AssistantMessage("a summary"))
                .metadata(SessionEvent.METADATA_SYNTHETIC, true)
                .build());

        assertThat(texts(EventFilter.lastN(2))).containsExactly("message 6", "a summary");
        assertThat(texts(EventFilter.realOnly())).hasSize(6);
        assertThat(texts(EventFilter.keywordSearch("SUMMARY"))).containsExactly("a summary");
        assertThat(texts(EventFilter.builder()
                        .messageTypes(Set.of(MessageType.ASSISTANT))
                        .build()))
                .containsExactly("a summary");
        assertThat(texts(EventFilter.builder().pageSize(4).page(1).build()))
                .containsExactly("message 5", "message 6", "a summary");
        assertThat(texts(EventFilter.builder().pageSize(4).page(9).build())).isEmpty();
    }

    @Test
    void an_agent_sees_its_own_branch_and_those_above_and_no_peers() {
        branch("root", null);
        branch("by the orchestrator", "orch");
        branch("by the researcher", "orch.researcher");
        branch("by the writer", "orch.writer");

        assertThat(texts(EventFilter.forBranch("orch.researcher")))
                .containsExactly("root", "by the orchestrator", "by the researcher");
    }

    @Test
    @Costs(readUnits = 1 + 2, writeUnits = 4, requests = 4)
    void an_event_costs_a_look_at_its_session_and_a_turn_with_a_marker() {
        repository.appendEvent(event("s-42", "e-1", new UserMessage("hi")));
    }

    @Test
    @Costs(requests = 0)
    void what_is_no_id_is_refused_before_any_request() {
        assertThatThrownBy(() -> repository.findById(" ")).hasMessageContaining("blank");
        assertThatThrownBy(() -> repository.delete("")).hasMessageContaining("blank");
        assertThatThrownBy(() -> repository.findByUserId("a#b")).hasMessageContaining("a#b");
    }

    private void branch(String text, @Nullable String branch) {
        repository.appendEvent(SessionEvent.builder()
                .sessionId("s-42")
                .message(new UserMessage(text))
                .branch(branch)
                .build());
    }

    private void append(String text) {
        repository.appendEvent(SessionEvent.builder()
                .sessionId("s-42")
                .message(new UserMessage(text))
                .build());
    }

    private static SessionEvent event(String session, String id, Message message) {
        return SessionEvent.builder()
                .id(id)
                .sessionId(session)
                .timestamp(Instant.parse("2026-11-22T12:00:00Z"))
                .message(message)
                .build();
    }

    private Session session(String id, String user) {
        return Session.builder()
                .id(id)
                .userId(user)
                .createdAt(clock.instant())
                .expiresAt(clock.instant().plus(Duration.ofDays(60)))
                .build();
    }

    private List<String> texts(EventFilter filter) {
        return EventScene.texts(repository, filter);
    }
}
