package dojo.session.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.session.Append;
import dojo.session.Position;
import dojo.session.Restarted;
import dojo.session.SessionId;
import java.time.Instant;
import java.util.stream.Stream;

/** How a conversation begins anew. */
final class Restarting {
    private Restarting() {}

    static Stream<Behaviour<MemorySubject>> behaviours() {
        return Stream.of(
                Behaviour.of("after a restart nothing said before is visible", Restarting::invisible),
                Behaviour.of("after a restart no old position takes a turn", Restarting::sealed),
                Behaviour.of("a restart does not lengthen the session", Restarting::sameEnd),
                Behaviour.of("a session can be restarted again and again", Restarting::again),
                Behaviour.of("a session that is not there cannot be restarted", Restarting::absent));
    }

    private static void invisible(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.openWith(Scene.HELLO, Scene.ANSWER);

        Position fresh = fresh(scene);

        assertThat(scene.turns()).isEmpty();
        assertThat(scene.context().cut()).isFalse();
        scene.say(fresh, Scene.HELLO);
        assertThat(scene.turns()).containsExactly(Scene.HELLO);
    }

    private static void sealed(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position start = scene.open();
        Position last = scene.say(start, Scene.HELLO);
        fresh(scene);

        assertThat(Stream.of(start, last))
                .allSatisfy(old -> assertThat(scene.append(old, Scene.STRANGER))
                        .isInstanceOfSatisfying(
                                Append.Closed.class,
                                closed -> assertThat(closed.reason()).isEqualTo(Append.Reason.RESTARTED)));
        assertThat(scene.turns()).isEmpty();
    }

    private static void sameEnd(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.openWith(Scene.HELLO);
        Instant end = scene.context().expiresAt();
        fresh(scene);

        assertThat(scene.context().expiresAt()).isEqualTo(end);
    }

    private static void again(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.open();
        Position first = scene.say(fresh(scene), Scene.HELLO);
        Position second = scene.say(fresh(scene), Scene.ANSWER);

        assertThat(scene.append(first, Scene.STRANGER)).isInstanceOf(Append.Closed.class);
        assertThat(scene.append(second, Scene.THANKS)).isInstanceOf(Append.Appended.class);
        assertThat(scene.turns()).containsExactly(Scene.ANSWER, Scene.THANKS);
    }

    private static void absent(MemorySubject subject) {
        Scene scene = new Scene(subject);

        assertThat(subject.memory().restart(SessionId.of(Names.fresh()))).isInstanceOf(Restarted.Absent.class);
        scene.openWith(Scene.HELLO);
        scene.expire();
        assertThat(scene.memory.restart(scene.session)).isInstanceOf(Restarted.Absent.class);
    }

    private static Position fresh(Scene scene) {
        Restarted answer = scene.memory.restart(scene.session);
        assertThat(answer).isInstanceOf(Restarted.Fresh.class);
        return ((Restarted.Fresh) answer).position();
    }
}
