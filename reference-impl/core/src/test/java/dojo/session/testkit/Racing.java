package dojo.session.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.session.Append;
import dojo.session.Created;
import dojo.session.PatientAppend;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.StoredTurn;
import dojo.session.Turn;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Many callers at once. */
final class Racing {
    private static final int WRITERS = 4;
    private static final int TURNS = 8;

    private Racing() {}

    static Stream<Behaviour<MemorySubject>> behaviours() {
        return Stream.of(
                Behaviour.of("of many who open one session at once, one succeeds", Racing::oneOpens)
                        .needing(MemoryClaim.MANY_THREADS),
                Behaviour.of("of many who append at one place at once, one succeeds", Racing::oneAppends)
                        .needing(MemoryClaim.MANY_THREADS),
                Behaviour.of("many writers lose, repeat and reorder nothing", Racing::nothingLost)
                        .needing(MemoryClaim.MANY_THREADS));
    }

    private static void oneOpens(MemorySubject subject) throws Exception {
        Scene scene = new Scene(subject);

        List<Created> answers = Together.run(WRITERS, writer -> scene.memory.create(scene.wish()));

        assertThat(answers).filteredOn(Created.Opened.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Created.Live.class::isInstance).hasSize(WRITERS - 1);
    }

    private static void oneAppends(MemorySubject subject) throws Exception {
        Scene scene = new Scene(subject);
        Position start = scene.open();

        List<Append> answers = Together.run(WRITERS, writer -> scene.append(start, Turn.user("w-" + writer, "me!")));

        assertThat(answers).filteredOn(Append.Appended.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Append.Conflict.class::isInstance).hasSize(WRITERS - 1);
        assertThat(scene.turns()).hasSize(1);
    }

    private static void nothingLost(MemorySubject subject) throws Exception {
        Scene scene = new Scene(subject);
        Position start = scene.open();
        PatientAppend patient = PatientAppend.to(scene.memory, WRITERS * TURNS, Pause.NONE);

        Together.run(WRITERS, writer -> {
            Position at = start;
            for (int turn = 0; turn < TURNS; turn++) {
                at = patient.append(at, Turn.user("w-" + writer + "-" + turn, writer + ":" + turn))
                        .positionOrThrow();
            }
            return at;
        });

        assertThat(scene.context().turns())
                .extracting(StoredTurn::number)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, WRITERS * TURNS).boxed().toList());
        assertThat(IntStream.range(0, WRITERS))
                .allSatisfy(writer -> assertThat(scene.turns())
                        .extracting(Turn::text)
                        .filteredOn(text -> text.startsWith(writer + ":"))
                        .containsExactlyElementsOf(IntStream.range(0, TURNS)
                                .mapToObj(turn -> writer + ":" + turn)
                                .toList()));
    }
}
