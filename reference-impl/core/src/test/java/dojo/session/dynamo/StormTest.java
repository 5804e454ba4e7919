package dojo.session.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.session.Append;
import dojo.session.NewSession;
import dojo.session.PatientAppend;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.SessionId;
import dojo.session.StoredTurn;
import dojo.session.Turn;
import dojo.session.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Writers who give up on no turn, under requests and answers that get lost, and messages that are delivered twice. */
class StormTest {
    private static final int WRITERS = 6;
    private static final int TURNS = 20;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothing_is_lost_repeated_or_reordered(long seed) throws Exception {
        Weather weather = new Weather(seed);
        try (Troubled troubled = Troubled.by(weather)) {
            Position start = troubled.calm().create(NewSession.of("s-42")).positionOrThrow();

            List<Position> acknowledged = storm(troubled.memory, start, seed);

            List<StoredTurn> stored = troubled.calm()
                    .load(SessionId.of("s-42"), Window.latest(1_000))
                    .contextOrThrow()
                    .turns();
            assertThat(acknowledged).doesNotHaveDuplicates().hasSize(WRITERS * TURNS);
            assertComplete(stored);
            assertThat(Weather.Kind.values())
                    .allSatisfy(kind -> assertThat(weather.count(kind)).isGreaterThan(5));
        }
    }

    private static void assertComplete(List<StoredTurn> stored) {
        assertThat(stored)
                .extracting(StoredTurn::number)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, WRITERS * TURNS).boxed().toList());
        assertThat(IntStream.range(0, WRITERS))
                .allSatisfy(writer -> assertThat(stored)
                        .extracting(turn -> turn.turn().text())
                        .filteredOn(text -> text.startsWith(writer + ":"))
                        .containsExactlyElementsOf(IntStream.range(0, TURNS)
                                .mapToObj(turn -> writer + ":" + turn)
                                .toList()));
    }

    private static List<Position> storm(DynamoSessionMemory memory, Position start, long seed) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Callable<List<Position>>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int name = writer;
                writers.add(() -> write(memory, start, name, new SplittableRandom(seed * 31 + name)));
            }
            List<Position> acknowledged = new ArrayList<>();
            for (Future<List<Position>> done : threads.invokeAll(writers)) {
                acknowledged.addAll(done.get());
            }
            return acknowledged;
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Position> write(
            DynamoSessionMemory memory, Position start, int writer, SplittableRandom random) {
        List<Position> acknowledged = new ArrayList<>();
        Position expected = start;
        for (int turn = 0; turn < TURNS; turn++) {
            Turn said = Turn.user("w" + writer + "-" + turn, writer + ":" + turn);
            Position stored = untilAcknowledged(memory, expected, said);
            if (random.nextInt(3) == 0) {
                // The queue delivers the message once more, as it was: the answer has to be the same place.
                assertThat(untilAcknowledged(memory, expected, said)).isEqualTo(stored);
            }
            acknowledged.add(stored);
            expected = stored;
        }
        return acknowledged;
    }

    /** What a queue does with a consumer that throws: it delivers the same message again. */
    private static Position untilAcknowledged(DynamoSessionMemory memory, Position expected, Turn said) {
        PatientAppend patient = PatientAppend.to(memory, WRITERS * TURNS, Pause.NONE);
        while (true) {
            try {
                Append answer = patient.append(expected, said);
                return answer.positionOrThrow();
            } catch (DynamoDbException unknown) {
                // The outcome is unknown; the message still holds turn and position.
            }
        }
    }
}
