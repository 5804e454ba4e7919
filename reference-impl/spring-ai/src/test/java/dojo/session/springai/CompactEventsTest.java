package dojo.session.springai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.junit.LabTable;
import dojo.session.SessionId;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.dynamo.SessionTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.session.DefaultSessionService;
import org.springframework.ai.session.EventFilter;
import org.springframework.ai.session.InMemorySessionRepository;
import org.springframework.ai.session.Session;
import org.springframework.ai.session.SessionEvent;
import org.springframework.ai.session.SessionRepository;
import org.springframework.ai.session.compaction.SlidingWindowCompactionStrategy;
import org.springframework.ai.session.compaction.TurnCountTrigger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Compactions: what is put aside, what stays, and who is told that he came too late. */
@WithSessionIndex
class CompactEventsTest {
    private final MovedClock clock = new MovedClock();
    private final SessionEventRepository repository;
    private final LabTable table;

    CompactEventsTest(DynamoDbClient client, LabTable table) {
        this.table = table;
        this.repository = EventScene.repository(client, table.name(), clock);
        open(repository);
    }

    private void open(SessionRepository some) {
        some.save(Session.builder()
                .id("s-42")
                .userId("alice")
                .expiresAt(clock.instant().plus(Duration.ofDays(60)))
                .build());
    }

    @Test
    void archived_events_stand_before_the_active_ones_and_only_who_asks_sees_them() {
        SessionEvent one = append("one");
        SessionEvent two = append("two");
        SessionEvent summary = event("summary");

        assertThat(repository.compactEvents("s-42", List.of(one), List.of(summary, two), 2))
                .isTrue();
        assertThat(repository.getEventVersion("s-42")).isEqualTo(3);
        assertThat(texts(EventFilter.active())).containsExactly("summary", "two");
        assertThat(texts(EventFilter.all())).containsExactly("one", "summary", "two");
        assertThat(repository.findEvents("s-42", EventFilter.all()))
                .extracting(SessionEvent::isArchived)
                .containsExactly(true, false, false);
    }

    @Test
    void a_version_that_is_not_the_current_one_changes_nothing() {
        SessionEvent one = append("one");
        append("two");

        for (long stale : List.of(0L, 1L, 3L)) {
            assertThat(repository.compactEvents("s-42", List.of(one), List.of(event("late")), stale))
                    .isFalse();
        }
        assertThat(texts(EventFilter.all())).containsExactly("one", "two");
        assertThat(repository.getEventVersion("s-42")).isEqualTo(2);
        assertThatThrownBy(() -> repository.compactEvents("ghost", List.of(), List.of(), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_event_appended_during_a_compaction_makes_it_fail_with_or_without_new_events() {
        SessionEvent one = append("one");
        SessionEvent two = append("two");
        Crossing law = new Crossing();
        try (var crossed = Lab.under(Laws.off(), law)) {
            String elsewhere = crossed.newTableName();
            SessionTable.create(crossed.backstage(), elsewhere);
            SessionEventRepository ours = EventScene.repository(crossed.client(), elsewhere, clock);
            SessionEventRepository theirs = EventScene.repository(crossed.backstage(), elsewhere, clock);
            open(theirs);
            theirs.appendEvent(one);
            theirs.appendEvent(two);
            for (List<SessionEvent> retained : List.of(List.of(event("summary"), two), List.of(two))) {
                long version = ours.getEventVersion("s-42");
                law.before = () -> theirs.appendEvent(event("meanwhile"));

                assertThat(ours.compactEvents("s-42", List.of(one), retained, version))
                        .isFalse();
                assertThat(ours.getEventVersion("s-42")).isEqualTo(version + 1);
            }
            assertThat(EventScene.texts(ours, EventFilter.all()))
                    .containsExactly("one", "two", "meanwhile", "meanwhile");
        }
    }

    @Test
    void what_is_neither_kept_nor_archived_is_seen_no_more_and_stays_in_the_log() {
        SessionEvent one = append("one");
        append("stale summary");
        SessionEvent two = append("two");

        repository.compactEvents("s-42", List.of(one), List.of(event("new summary"), two), 3);

        assertThat(texts(EventFilter.all())).containsExactly("one", "new summary", "two");
        assertThat(DynamoSessionMemory.on(table.backstage(), table.name(), clock)
                        .read(SessionId.of("s-42"), 0, 10)
                        .turnsOrThrow())
                .hasSize(4);
    }

    @Test
    void an_archived_event_sent_again_stays_archived() {
        SessionEvent one = append("one");
        repository.compactEvents("s-42", List.of(one), List.of(), 1);
        repository.appendEvent(one);

        assertThat(texts(EventFilter.active())).isEmpty();
        assertThat(texts(EventFilter.all())).containsExactly("one");
    }

    @Test
    void springs_own_service_compacts_over_it() {
        DefaultSessionService service =
                DefaultSessionService.builder().sessionRepository(repository).build();
        for (int i = 1; i <= 6; i++) {
            append("question " + i);
        }
        var result = service.compact(
                "s-42",
                new TurnCountTrigger(3),
                SlidingWindowCompactionStrategy.builder().maxEvents(2).build());

        assertThat(result.archivedEvents()).isNotEmpty();
        assertThat(texts(EventFilter.active())).doesNotContain("question 1").contains("question 6");
        assertThat(texts(EventFilter.all())).contains("question 1", "question 6");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void random_compactions_agree_with_springs_repository_on_a_map(long seed) {
        SessionRepository model = InMemorySessionRepository.builder().build();
        open(model);
        Random dice = new Random(seed);
        for (int i = 0; i < 60; i++) {
            if (dice.nextInt(4) > 0) {
                SessionEvent event = event("event " + dice.nextInt(7));
                repository.appendEvent(event);
                model.appendEvent(event);
            } else {
                List<SessionEvent> active = new ArrayList<>(model.findEvents("s-42", EventFilter.active()));
                int cut = dice.nextInt(active.size() + 1);
                List<SessionEvent> archived = new ArrayList<>(active.subList(0, cut));
                if (!archived.isEmpty() && dice.nextBoolean()) {
                    archived.remove(dice.nextInt(archived.size()));
                }
                List<SessionEvent> retained = new ArrayList<>(active.subList(cut, active.size()));
                if (dice.nextBoolean()) {
                    retained.add(0, event("summary " + i));
                }
                long version = model.getEventVersion("s-42") - dice.nextInt(2);
                assertThat(repository.compactEvents("s-42", archived, retained, version))
                        .isEqualTo(model.compactEvents("s-42", archived, retained, version));
            }
            assertThat(repository.getEventVersion("s-42")).isEqualTo(model.getEventVersion("s-42"));
            for (EventFilter filter : List.of(EventFilter.all(), EventFilter.active(), EventFilter.lastN(3))) {
                assertThat(texts(filter)).isEqualTo(EventScene.texts(model, filter));
            }
        }
    }

    private SessionEvent append(String text) {
        SessionEvent event = event(text);
        repository.appendEvent(event);
        return event;
    }

    private static SessionEvent event(String text) {
        return SessionEvent.builder()
                .sessionId("s-42")
                .message(new UserMessage(text))
                .build();
    }

    private List<String> texts(EventFilter filter) {
        return EventScene.texts(repository, filter);
    }
}
