package dojo.session.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.session.Append;
import dojo.session.Position;
import dojo.session.Redacted;
import dojo.session.SessionId;
import dojo.session.StoredTurn;
import dojo.session.Summary;
import dojo.session.Turn;
import java.util.List;
import java.util.stream.Stream;

/** Taking back what was said. */
final class Redacting {
    private Redacting() {}

    static Stream<Behaviour<MemorySubject>> behaviours() {
        return Stream.of(
                        Behaviour.of("a redacted turn says something else, in its place", Redacting::replaced),
                        Behaviour.of(
                                "a removed turn is shown no more, and the others keep their numbers",
                                Redacting::removed),
                        Behaviour.of("the number of a removed turn is not used again", Redacting::notReused),
                        Behaviour.of(
                                "the late retry of a redacted or removed turn brings nothing back", Redacting::retried),
                        Behaviour.of("who redacts or removes again is told that it is done", Redacting::again),
                        Behaviour.of("a summary that may quote the turn is shown no more", Redacting::summary),
                        Behaviour.of("a turn that was never said cannot be taken back", Redacting::noSuchTurn),
                        Behaviour.of("nothing is taken back where there is no session", Redacting::absent))
                .map(behaviour -> behaviour.needing(MemoryClaim.REDACTION));
    }

    private static void replaced(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.openWith(Scene.HELLO.with("mood", "curious"), Scene.ANSWER);

        assertThat(scene.memory.redact(scene.session, 1, "[removed]")).isInstanceOf(Redacted.Done.class);

        assertThat(scene.turns()).extracting(Turn::text).containsExactly("[removed]", Scene.ANSWER.text());
        assertThat(scene.turns().get(0).attributes()).isEmpty();
        assertThat(scene.memory.read(scene.session, 0, 1).turnsOrThrow())
                .extracting(stored -> stored.turn().text())
                .containsExactly("[removed]");
    }

    private static void removed(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.openWith(Scene.HELLO, Scene.ANSWER, Scene.THANKS);

        assertThat(scene.memory.remove(scene.session, 2)).isInstanceOf(Redacted.Done.class);

        assertThat(scene.context().turns()).extracting(StoredTurn::number).containsExactly(1L, 3L);
        assertThat(scene.turns()).containsExactly(Scene.HELLO, Scene.THANKS);
        assertThat(scene.memory.read(scene.session, 0, 10).turnsOrThrow())
                .extracting(StoredTurn::number)
                .containsExactly(1L, 3L);
    }

    private static void notReused(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position last = scene.openWith(Scene.HELLO, Scene.ANSWER);
        scene.memory.remove(scene.session, 2);
        scene.say(last, Scene.THANKS);

        assertThat(scene.context().turns()).extracting(StoredTurn::number).containsExactly(1L, 3L);
    }

    private static void retried(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position start = scene.open();
        Position first = scene.say(start, Scene.HELLO);
        scene.say(first, Scene.ANSWER);
        scene.memory.redact(scene.session, 1, "[removed]");
        scene.memory.remove(scene.session, 2);

        assertThat(scene.append(start, Scene.HELLO)).isInstanceOf(Append.AlreadyThere.class);
        assertThat(scene.append(first, Scene.ANSWER)).isInstanceOf(Append.AlreadyThere.class);
        assertThat(scene.turns()).extracting(Turn::text).containsExactly("[removed]");
    }

    private static void again(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.openWith(Scene.HELLO, Scene.ANSWER);

        assertThat(Stream.of(1, 2).map(time -> scene.memory.redact(scene.session, 1, "[removed]")))
                .hasOnlyElementsOfType(Redacted.Done.class);
        assertThat(Stream.of(1, 2).map(time -> scene.memory.remove(scene.session, 2)))
                .hasOnlyElementsOfType(Redacted.Done.class);
        assertThat(scene.memory.redact(scene.session, 2, "back?")).isInstanceOf(Redacted.NoSuchTurn.class);
        assertThat(scene.turns()).extracting(Turn::text).containsExactly("[removed]");
    }

    private static void summary(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position log = scene.openWith(Scene.HELLO, Scene.ANSWER, Scene.THANKS);
        scene.memory.store(
                scene.session,
                new Summary(1, 2, "They asked for volume 3.", scene.now())
                        .of(new Summary.Origin(log, "i-1", "model-1", "prompt-1")));

        assertThat(scene.memory.remove(scene.session, 1))
                .isInstanceOfSatisfying(
                        Redacted.Done.class,
                        done -> assertThat(done.summaries()).isEqualTo(List.of(new Redacted.Span(1, 2))));
        assertThat(scene.context().summary()).isEmpty();
    }

    private static void noSuchTurn(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.openWith(Scene.HELLO);

        assertThat(scene.memory.redact(scene.session, 2, "[removed]")).isInstanceOf(Redacted.NoSuchTurn.class);
        assertThat(scene.memory.remove(scene.session, 2)).isInstanceOf(Redacted.NoSuchTurn.class);
        assertThatThrownBy(() -> scene.memory.remove(scene.session, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(scene.turns()).containsExactly(Scene.HELLO);
    }

    private static void absent(MemorySubject subject) {
        Scene scene = new Scene(subject);
        assertThat(scene.memory.remove(SessionId.of(Names.fresh()), 1)).isInstanceOf(Redacted.Absent.class);
        scene.openWith(Scene.HELLO);
        scene.expire();

        assertThat(scene.memory.redact(scene.session, 1, "[removed]")).isInstanceOf(Redacted.Absent.class);
    }
}
