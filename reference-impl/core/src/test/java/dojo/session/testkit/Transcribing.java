package dojo.session.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.session.SessionId;
import dojo.session.StoredTurn;
import dojo.session.Transcript;
import dojo.session.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Reading a conversation from its begin. */
final class Transcribing {
    private Transcribing() {}

    static Stream<Behaviour<MemorySubject>> behaviours() {
        return Stream.of(
                        Behaviour.of("a transcript is read in parts, without gap or repetition", Transcribing::parts),
                        Behaviour.of("a transcript says whether more follows", Transcribing::more),
                        Behaviour.of("a transcript holds no turn of before the restart", Transcribing::restarted),
                        Behaviour.of("a session that is not there has no transcript", Transcribing::absent),
                        Behaviour.of("negative places and limits below 1 are refused", Transcribing::refused))
                .map(behaviour -> behaviour.needing(MemoryClaim.TRANSCRIPTS));
    }

    private static void parts(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.openWith(IntStream.rangeClosed(1, 10)
                .mapToObj(n -> Turn.user("n-" + n, "number " + n))
                .toArray(Turn[]::new));
        List<Long> numbers = new ArrayList<>();
        for (boolean more = true; more; ) {
            long after = numbers.isEmpty() ? 0 : numbers.get(numbers.size() - 1);
            Transcript part = scene.memory.read(scene.session, after, 3);
            part.turnsOrThrow().forEach(turn -> numbers.add(turn.number()));
            more = ((Transcript.Part) part).more();
        }

        assertThat(numbers)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 10).boxed().toList());
    }

    private static void more(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.openWith(Scene.HELLO, Scene.ANSWER);

        assertThat(part(scene, 0, 2).more()).isFalse();
        assertThat(part(scene, 0, 1).more()).isTrue();
        assertThat(part(scene, 1, 1).more()).isFalse();
        assertThat(part(scene, 2, 1).turns()).isEmpty();
        assertThat(part(scene, 0, 10_000).turns()).extracting(StoredTurn::turn).isEqualTo(scene.turns());
    }

    private static Transcript.Part part(Scene scene, long after, int limit) {
        Transcript part = scene.memory.read(scene.session, after, limit);
        assertThat(part).isInstanceOf(Transcript.Part.class);
        return (Transcript.Part) part;
    }

    private static void restarted(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.openWith(Scene.HELLO, Scene.ANSWER);
        scene.memory.restart(scene.session);
        scene.say(scene.context().tail(), Scene.THANKS);

        assertThat(part(scene, 0, 10).turns()).extracting(StoredTurn::turn).containsExactly(Scene.THANKS);
    }

    private static void absent(MemorySubject subject) {
        Scene scene = new Scene(subject);
        assertThat(scene.memory.read(SessionId.of(Names.fresh()), 0, 5)).isInstanceOf(Transcript.Absent.class);
        scene.openWith(Scene.HELLO);
        scene.expire();

        assertThat(scene.memory.read(scene.session, 0, 5)).isInstanceOf(Transcript.Absent.class);
    }

    private static void refused(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.open();

        assertThatThrownBy(() -> scene.memory.read(scene.session, -1, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> scene.memory.read(scene.session, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0");
        assertThatThrownBy(() -> scene.memory.read(scene.session, 0, 10_001))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10");
    }
}
