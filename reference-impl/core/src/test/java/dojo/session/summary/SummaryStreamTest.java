package dojo.session.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.fault.FaultSettings;
import dojo.lab.stream.DiscardedBatch;
import dojo.lab.stream.StreamPoller;
import dojo.lab.stream.StreamSettings;
import dojo.session.SessionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The consumer behind a poller that does what AWS Lambda does. */
class SummaryStreamTest {
    private static final SessionId MINA = SessionId.of("mina");
    private static final SessionId NOAH = SessionId.of("noah");
    private static final Duration LIFETIME = Duration.ofDays(1);
    private static final Duration A_WHILE = Duration.ofMinutes(5);

    private final Scribe scribe = new Scribe();

    private SummaryConsumer consumer(Newsroom room, Trigger trigger) {
        return SummaryConsumer.of(
                Summaries.in(room.memory, trigger, scribe, "scribe", "1").on(room.lab.clock()));
    }

    @Test
    void each_conversation_gets_its_own_chain_and_each_text_is_paid_for_once() {
        try (Newsroom room = Newsroom.quiet()) {
            SummaryConsumer consumer = consumer(room, Trigger.every(4));
            room.open(MINA, LIFETIME);
            room.open(NOAH, LIFETIME);
            try (StreamPoller poller = room.poller().start(batch -> room.hand(batch, consumer))) {
                for (int i = 0; i < 9; i++) {
                    room.say(MINA);
                    room.say(NOAH);
                    room.pass(Duration.ofSeconds(1));
                }
                room.pass(A_WHILE);
                assertThat(poller.isCaughtUp()).isTrue();
            }

            assertThat(room.chain(MINA)).containsExactly("1-4: 1-4", "5-8: 1-4 5-8");
            assertThat(room.chain(NOAH)).isEqualTo(room.chain(MINA));
            assertThat(scribe.asked).hasSize(4);
        }
    }

    @Test
    void a_summary_starts_no_other_and_costs_nothing_when_it_comes_along_the_stream() {
        try (Newsroom room = Newsroom.quiet()) {
            SummaryConsumer consumer = consumer(room, Trigger.every(4).lookingEvery(4));
            room.open(MINA, LIFETIME);
            try (StreamPoller poller = room.poller().start(batch -> room.hand(batch, consumer))) {
                room.say(MINA, 4);
                room.pass(A_WHILE);

                // Turns, the head that names the summary, and the summary: each was delivered.
                assertThat(poller.metrics().delivered()).isEqualTo(1 + 4 + 2);
            }
            assertThat(room.answers.stream()
                            .mapToInt(SummaryConsumer.Answer::looked)
                            .sum())
                    .isEqualTo(1);
            assertThat(scribe.asked).hasSize(1);
        }
    }

    @Test
    void turns_deleted_when_their_time_is_over_start_nothing() {
        try (Newsroom room = Newsroom.quiet()) {
            SummaryConsumer consumer = consumer(room, Trigger.every(4));
            room.open(MINA, Duration.ofHours(1));
            room.say(MINA, 6);
            room.pass(Duration.ofHours(3));
            assertThat(room.items(MINA, "TURN#")).isEmpty();
            int before = room.lab.meter().mark();

            try (StreamPoller poller = room.poller().start(batch -> room.hand(batch, consumer))) {
                room.pass(A_WHILE);
                assertThat(poller.metrics().delivered()).isEqualTo(1 + 6 + 6);
            }

            // One look at the conversation finds that it is over: the head, and what a load asks for beside it.
            assertThat(room.lab.meter().linesSince(before)).hasSizeLessThanOrEqualTo(3);
            assertThat(scribe.asked).isEmpty();
            assertThat(room.items(MINA, "SUMMARY#")).isEmpty();
        }
    }

    @Test
    void a_poisoned_conversation_holds_up_no_other_and_is_caught_up_with_when_it_is_cured() {
        try (Newsroom room = new Newsroom(1, StreamSettings.real().shards(1), FaultSettings.none())) {
            SummaryConsumer consumer = consumer(room, Trigger.every(4).lookingEvery(4));
            List<DiscardedBatch> discarded = new ArrayList<>();
            room.open(MINA, LIFETIME);
            room.open(NOAH, LIFETIME);
            scribe.ill.add(MINA);
            try (StreamPoller poller =
                    room.poller().onFailure(discarded::add).start(batch -> room.hand(batch, consumer))) {
                room.say(MINA, 4);
                room.say(NOAH, 4);
                room.pass(A_WHILE);

                assertThat(room.chain(NOAH)).containsExactly("1-4: 1-4");
                assertThat(scribe.asked.indexOf("said in noah 1-4")).isEqualTo(1);
                assertThat(scribe.asked(NOAH)).isEqualTo(1);
                assertThat(scribe.asked(MINA)).isGreaterThan(1);
                assertThat(discarded).hasSize(1);
                assertThat(discarded.get(0).batchSize()).isEqualTo(1);
                assertThat(room.chain(MINA)).isEmpty();

                scribe.ill.clear();
                room.say(MINA, 4);
                room.pass(A_WHILE);
                assertThat(room.chain(MINA)).containsExactly("1-4: 1-4", "5-8: 1-4 5-8");
                assertThat(poller.isCaughtUp()).isTrue();
            }
        }
    }

    @Test
    void two_consumers_of_different_opinion_still_write_one_chain() {
        try (Newsroom room = Newsroom.quiet()) {
            SummaryConsumer four = consumer(room, Trigger.every(4).lookingEvery(1));
            SummaryConsumer six = consumer(room, Trigger.every(6).lookingEvery(1));
            room.open(MINA, LIFETIME);
            try (StreamPoller one = room.poller().start(batch -> room.hand(batch, four));
                    StreamPoller two = room.poller().start(batch -> room.hand(batch, six))) {
                room.say(MINA, 23);
                room.pass(A_WHILE);
                room.say(MINA, 2);
                room.pass(A_WHILE);
                assertThat(List.of(one, two)).allMatch(StreamPoller::isCaughtUp);
            }
            Chain.of(room.chain(MINA)).isWithoutOverlap();
            assertThat(room.latest(MINA))
                    .hasValueSatisfying(latest -> assertThat(latest.to()).isGreaterThan(21));
        }
    }
}
