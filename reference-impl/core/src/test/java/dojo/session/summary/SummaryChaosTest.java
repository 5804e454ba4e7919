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
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A very bad day: the table fails, the stream comes late and again, the model has moods, conversations begin anew. */
class SummaryChaosTest {
    private static final int SESSIONS = 8;
    private static final int SAID = 400;
    private static final int EVERY = 4;

    /** Half a minute late, in four shards that take their turns every ten minutes. */
    private static final StreamSettings STREAMS = new StreamSettings(
            4,
            Duration.ofMinutes(10),
            Duration.ofHours(24),
            Duration.ofMinutes(15),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            2);

    private final List<SessionId> sessions =
            IntStream.range(0, SESSIONS).mapToObj(i -> SessionId.of("s-" + i)).toList();

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void each_conversation_ends_with_a_whole_chain_of_summaries(long seed) {
        Scribe scribe = new Scribe(seed, 10);
        List<DiscardedBatch> discarded = new ArrayList<>();
        try (Newsroom room = new Newsroom(seed, STREAMS, FaultSettings.chaos())) {
            SummaryConsumer consumer =
                    SummaryConsumer.of(Summaries.in(room.memory, Trigger.every(EVERY), scribe, "scribe", "1")
                            .on(room.lab.clock()));
            sessions.forEach(session -> room.open(session, Duration.ofDays(30)));
            try (StreamPoller poller = room.poller()
                    .losingAcknowledgements(0.2)
                    .parallelizationFactor(3)
                    .onFailure(discarded::add)
                    .start(batch -> room.hand(batch, consumer))) {
                talk(room, new Random(seed));
                room.pass(Duration.ofMinutes(30));
                room.calm();
                // Records that were given up on are made good for by the next ones.
                sessions.forEach(session -> room.say(session, EVERY));
                room.pass(Duration.ofHours(1));

                assertThat(poller.isCaughtUp()).isTrue();
                assertThat(poller.metrics().lostAcknowledgements()).isGreaterThan(10);
                assertThat(poller.metrics().errors()).isGreaterThan(10);
                assertThat(poller.metrics().readErrors()).isGreaterThan(10);
            }
            assertThat(sessions).allSatisfy(session -> {
                Chain.of(room.chain(session)).isWithoutOverlap();
                long turns = room.turns(session);
                assertThat(room.latest(session).orElseThrow().to()).isEqualTo(turns - turns % EVERY);
            });
            long stored = sessions.stream()
                    .mapToLong(session -> room.items(session, "SUMMARY#").size())
                    .sum();
            assertThat(stored).isGreaterThan(SAID / EVERY - 2 * SESSIONS);
            assertThat(scribe.paid.size()).as("texts paid for").isBetween((int) stored, (int) stored + restarts);
            assertThat(scribe.asked).hasSizeGreaterThan(scribe.paid.size());
        }
    }

    private int restarts;

    private void talk(Newsroom room, Random random) {
        for (int i = 0; i < SAID; i++) {
            SessionId session = sessions.get(random.nextInt(SESSIONS));
            if (random.nextInt(150) == 0) {
                room.restart(session);
                restarts++;
            }
            room.say(session);
            room.pass(Duration.ofMillis(random.nextInt(1_500)));
        }
    }
}
