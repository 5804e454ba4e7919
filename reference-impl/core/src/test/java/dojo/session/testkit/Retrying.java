package dojo.session.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.session.Append;
import dojo.session.PatientAppend;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.Turn;
import java.time.Duration;
import java.util.stream.Stream;

/** What happens to a turn that is sent again, as every queue does. */
final class Retrying {
    private Retrying() {}

    static Stream<Behaviour<MemorySubject>> behaviours() {
        return Stream.of(
                Behaviour.of("a turn that is sent again is already there, and stored once", Retrying::again),
                Behaviour.of("a turn is recognised though others have spoken since", Retrying::afterOthers),
                Behaviour.of(
                        "a turn that had followed the tail is recognised from where it began", Retrying::afterAWalk),
                Behaviour.of("a turn is recognised from a position that travelled as text", Retrying::carried),
                Behaviour.of("one id for two payloads is a mismatch, whatever part differs", Retrying::mismatch),
                Behaviour.of("a mismatch is found behind what others have said", Retrying::mismatchFurtherOn),
                Behaviour.of("another count of tokens is the same turn", Retrying::tokens),
                Behaviour.of("a retry from before a restart stores nothing in the new log", Retrying::restarted),
                Behaviour.of("a retry after the end stores nothing", Retrying::expired));
    }

    private static void again(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position start = scene.open();
        scene.say(start, Scene.HELLO);
        scene.pass(Duration.ofMinutes(30));

        Append again = scene.append(start, Scene.HELLO);

        assertThat(again).isInstanceOf(Append.AlreadyThere.class);
        scene.say(again.positionOrThrow(), Scene.ANSWER);
        assertThat(scene.turns()).containsExactly(Scene.HELLO, Scene.ANSWER);
    }

    private static void afterOthers(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position start = scene.open();
        scene.say(start, Scene.HELLO, Scene.STRANGER, Scene.THANKS);

        Append again = scene.append(start, Scene.HELLO);

        assertThat(again).isInstanceOf(Append.AlreadyThere.class);
        assertThat(scene.turns()).containsExactly(Scene.HELLO, Scene.STRANGER, Scene.THANKS);
        assertThat(scene.append(again.positionOrThrow(), Scene.ANSWER))
                .isInstanceOfSatisfying(
                        Append.Conflict.class,
                        conflict -> assertThat(conflict.occupant()).isEqualTo(Scene.STRANGER.id()));
    }

    private static void afterAWalk(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position start = scene.open();
        scene.say(start, Scene.STRANGER);
        PatientAppend patient = PatientAppend.to(scene.memory, 5, Pause.NONE);
        Position mine = patient.append(start, Scene.HELLO).positionOrThrow();
        scene.say(mine, Scene.ANSWER);

        assertThat(scene.append(start, Scene.HELLO)).isInstanceOf(Append.AlreadyThere.class);
        assertThat(patient.append(start, Scene.HELLO)).isInstanceOf(Append.AlreadyThere.class);
        assertThat(scene.turns()).containsExactly(Scene.STRANGER, Scene.HELLO, Scene.ANSWER);
    }

    private static void carried(MemorySubject subject) {
        Scene scene = new Scene(subject);
        String inTheQueue = scene.open().token();
        scene.say(scene.memory.position(inTheQueue), Scene.HELLO);

        assertThat(scene.append(scene.memory.position(inTheQueue), Scene.HELLO))
                .isInstanceOf(Append.AlreadyThere.class);
    }

    private static void mismatch(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position start = scene.open();
        scene.say(start, Scene.HELLO);

        assertThat(Stream.of(
                        Turn.user("t-1", "Is volume 4 out?"),
                        Turn.assistant("t-1", Scene.HELLO.text()),
                        Scene.HELLO.with("language", "en")))
                .allSatisfy(
                        different -> assertThat(scene.append(start, different)).isInstanceOf(Append.Mismatch.class));
        assertThat(scene.turns()).containsExactly(Scene.HELLO);
    }

    private static void mismatchFurtherOn(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position start = scene.open();
        scene.say(start, Scene.STRANGER, Scene.HELLO);

        assertThat(scene.append(start, Turn.user("t-1", "Is volume 4 out?"))).isInstanceOf(Append.Mismatch.class);
        assertThat(scene.turns()).containsExactly(Scene.STRANGER, Scene.HELLO);
    }

    private static void tokens(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position start = scene.open();
        scene.say(start, Scene.HELLO.withTokens(5));

        assertThat(scene.append(start, Scene.HELLO.withTokens(6))).isInstanceOf(Append.AlreadyThere.class);
        assertThat(scene.turns()).containsExactly(Scene.HELLO.withTokens(5));
    }

    private static void restarted(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position start = scene.open();
        scene.say(start, Scene.HELLO, Scene.ANSWER);
        scene.memory.restart(scene.session);

        assertThat(scene.append(start, Scene.HELLO)).isNotInstanceOf(Append.Appended.class);
        assertThat(scene.append(start, Scene.STRANGER))
                .isInstanceOfSatisfying(
                        Append.Closed.class,
                        closed -> assertThat(closed.reason()).isEqualTo(Append.Reason.RESTARTED));
        assertThat(scene.turns()).isEmpty();
    }

    private static void expired(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position start = scene.open();
        scene.say(start, Scene.HELLO);
        scene.expire();

        assertThat(scene.append(start, Scene.HELLO)).isNotInstanceOf(Append.Appended.class);
        assertThat(scene.load()).isInstanceOf(dojo.session.Loaded.Absent.class);
    }
}
