package dojo.session.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.session.Context;
import dojo.session.Position;
import dojo.session.Stored;
import dojo.session.Summary;
import dojo.session.Window;
import java.util.stream.Stream;

/** What is kept of turns that leave the window. */
final class Summarising {
    private Summarising() {}

    static Stream<Behaviour<MemorySubject>> behaviours() {
        return Stream.of(
                        Behaviour.of(
                                "the latest summary is loaded, though its turns have left the window",
                                Summarising::loaded),
                        Behaviour.of("summaries form a chain", Summarising::chain),
                        Behaviour.of("a summary that is stored again is already there", Summarising::again),
                        Behaviour.of(
                                "another summary of the same turns does not replace the first", Summarising::mismatch),
                        Behaviour.of("a summary with turns that have one already is refused", Summarising::overlap),
                        Behaviour.of(
                                "a summary that leaves out turns is refused, with where to begin", Summarising::gap),
                        Behaviour.of("a summary of turns that were never said is refused", Summarising::future),
                        Behaviour.of("a summary of what was said before a restart is refused", Summarising::restarted),
                        Behaviour.of("a session that is not there keeps no summary", Summarising::absent),
                        Behaviour.of(
                                "a summary without an origin, or of another session, is refused", Summarising::refused))
                .map(behaviour -> behaviour.needing(MemoryClaim.SUMMARIES));
    }

    private static Summary summary(Scene scene, Position log, long from, long to, String inputs) {
        return new Summary(from, to, "turns " + from + " to " + to, scene.now())
                .of(new Summary.Origin(log, inputs, "model-1", "prompt-1"));
    }

    private static void assertSame(Summary actual, Summary expected) {
        assertThat(actual.repeats(expected)).isTrue();
        assertThat(actual.text()).isEqualTo(expected.text());
        assertThat(actual.at()).isEqualTo(expected.at());
    }

    private static void loaded(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position log = scene.openWith(Scene.HELLO, Scene.ANSWER, Scene.THANKS);
        Summary summary = summary(scene, log, 1, 2, "i-1");

        assertThat(scene.memory.store(scene.session, summary)).isInstanceOf(Stored.Kept.class);

        Context context = scene.memory.load(scene.session, Window.latest(1)).contextOrThrow();
        assertSame(context.summary().orElseThrow(), summary);
        assertThat(context.turns()).hasSize(1);
    }

    private static void chain(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position log = scene.openWith(Scene.HELLO, Scene.ANSWER, Scene.THANKS);
        Summary first = summary(scene, log, 1, 1, "i-1");
        Summary second = summary(scene, log, 2, 3, "i-2");

        assertThat(scene.memory.store(scene.session, first)).isInstanceOf(Stored.Kept.class);
        assertThat(scene.memory.store(scene.session, second)).isInstanceOf(Stored.Kept.class);

        assertSame(scene.context().summary().orElseThrow(), second);
        assertThat(scene.memory.store(scene.session, first)).isInstanceOf(Stored.AlreadyThere.class);
    }

    private static void again(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position log = scene.openWith(Scene.HELLO, Scene.ANSWER);
        Summary summary = summary(scene, log, 1, 2, "i-1");
        scene.memory.store(scene.session, summary);
        Summary inOtherWords = new Summary(1, 2, "in other words", scene.now())
                .of(new Summary.Origin(scene.context().tail(), "i-1", "model-1", "prompt-1"));

        assertThat(Stream.of(summary, inOtherWords))
                .allSatisfy(repeated -> assertThat(scene.memory.store(scene.session, repeated))
                        .isInstanceOfSatisfying(
                                Stored.AlreadyThere.class, there -> assertSame(there.summary(), summary)));
    }

    private static void mismatch(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position log = scene.openWith(Scene.HELLO, Scene.ANSWER);
        Summary summary = summary(scene, log, 1, 2, "i-1");
        scene.memory.store(scene.session, summary);

        assertThat(scene.memory.store(scene.session, summary(scene, log, 1, 2, "i-2")))
                .isInstanceOfSatisfying(Stored.Mismatch.class, other -> assertSame(other.summary(), summary));
        assertSame(scene.context().summary().orElseThrow(), summary);
    }

    private static void overlap(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position log = scene.openWith(Scene.HELLO, Scene.ANSWER, Scene.THANKS);
        Summary summary = summary(scene, log, 1, 2, "i-1");
        scene.memory.store(scene.session, summary);

        assertThat(Stream.of(summary(scene, log, 2, 3, "i-2"), summary(scene, log, 1, 3, "i-3")))
                .allSatisfy(late -> assertThat(scene.memory.store(scene.session, late))
                        .isInstanceOfSatisfying(Stored.Overlap.class, over -> assertSame(over.latest(), summary)));
    }

    private static void gap(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position log = scene.openWith(Scene.HELLO, Scene.ANSWER, Scene.THANKS);

        assertThat(scene.memory.store(scene.session, summary(scene, log, 2, 3, "i-1")))
                .isInstanceOfSatisfying(
                        Stored.Gap.class, gap -> assertThat(gap.from()).isEqualTo(1));
        assertThat(scene.context().summary()).isEmpty();
    }

    private static void future(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position log = scene.openWith(Scene.HELLO, Scene.ANSWER);

        assertThat(scene.memory.store(scene.session, summary(scene, log, 1, 3, "i-1")))
                .isInstanceOf(Stored.NoSuchTurn.class);
        assertThat(scene.context().summary()).isEmpty();
    }

    private static void restarted(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position log = scene.openWith(Scene.HELLO, Scene.ANSWER);
        scene.memory.store(scene.session, summary(scene, log, 1, 1, "i-1"));
        scene.memory.restart(scene.session);
        assertThat(scene.context().summary()).isEmpty();
        scene.say(scene.context().tail(), Scene.THANKS, Scene.STRANGER);

        assertThat(scene.memory.store(scene.session, summary(scene, log, 1, 2, "i-2")))
                .isInstanceOf(Stored.Restarted.class);
        assertThat(scene.context().summary()).isEmpty();
    }

    private static void absent(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position log = scene.openWith(Scene.HELLO);
        Summary summary = summary(scene, log, 1, 1, "i-1");
        scene.expire();

        assertThat(scene.memory.store(scene.session, summary)).isInstanceOf(Stored.Absent.class);
    }

    private static void refused(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position log = scene.openWith(Scene.HELLO);
        Position elsewhere = new Scene(subject).openWith(Scene.HELLO);

        assertThatThrownBy(() -> scene.memory.store(scene.session, new Summary(1, 1, "of unknown origin", scene.now())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("origin");
        assertThatThrownBy(() -> scene.memory.store(scene.session, summary(scene, elsewhere, 1, 1, "i-1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(elsewhere.session().value());
        assertThatThrownBy(() -> new Summary(2, 1, "backwards", scene.now()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(scene.context().summary()).isEmpty();
        assertThat(log.session()).isEqualTo(scene.session);
    }
}
