package dojo.session.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.LabTable;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithSessionTable
class ManyWritersTest {
    private static final int WRITERS = 8;
    private static final int TURNS = 25;

    private final DynamoSessionMemory memory;
    private final PatientAppend patient;

    ManyWritersTest(DynamoDbClient client, LabTable table) {
        this.memory = DynamoSessionMemory.on(client, table.name(), new Hands(), Pause.NONE);
        this.patient = PatientAppend.to(memory, WRITERS * TURNS, Pause.NONE);
    }

    @Test
    void eight_writers_who_send_everything_twice_lose_repeat_and_reorder_nothing() throws Exception {
        Position start = memory.create(NewSession.of("s-42")).positionOrThrow();

        List<Append> second = together(start);

        List<StoredTurn> stored = memory.load(SessionId.of("s-42"), Window.latest(1_000))
                .contextOrThrow()
                .turns();
        assertThat(second).hasSize(200).allMatch(Append.AlreadyThere.class::isInstance);
        assertThat(stored).hasSize(200);
        assertThat(stored)
                .extracting(StoredTurn::number)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 200).boxed().toList());
        assertThat(stored).extracting(turn -> turn.turn().id()).doesNotHaveDuplicates();
        assertThat(IntStream.range(0, WRITERS))
                .allSatisfy(writer -> assertThat(stored)
                        .extracting(turn -> turn.turn().text())
                        .filteredOn(text -> text.startsWith(writer + ":"))
                        .containsExactlyElementsOf(IntStream.range(0, TURNS)
                                .mapToObj(turn -> writer + ":" + turn)
                                .toList()));
    }

    /** Every writer sends each of its turns twice, the second time as a redelivery: from where the first attempt began. */
    private List<Append> together(Position start) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            CountDownLatch ready = new CountDownLatch(WRITERS);
            List<Future<List<Append>>> running = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int name = writer;
                running.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return write(name, start);
                }));
            }
            List<Append> all = new ArrayList<>();
            for (Future<List<Append>> writer : running) {
                all.addAll(writer.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Append> write(int writer, Position start) {
        List<Append> second = new ArrayList<>();
        Position expected = start;
        for (int turn = 0; turn < TURNS; turn++) {
            Turn said = Turn.user("w" + writer + "-" + turn, writer + ":" + turn);
            Append first = patient.append(expected, said);
            second.add(patient.append(expected, said));
            expected = first.positionOrThrow();
        }
        return second;
    }
}
