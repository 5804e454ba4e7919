package dojo.session.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.session.Append;
import dojo.session.Loaded;
import dojo.session.NewSession;
import dojo.session.Position;
import dojo.session.Turn;
import java.time.Duration;
import java.util.stream.Stream;

/** How sessions end that nobody speaks in. */
final class Fading {
    private static final Duration IDLE = Duration.ofMinutes(20);

    private Fading() {}

    static Stream<Behaviour<MemorySubject>> behaviours() {
        return Stream.of(
                        Behaviour.of("who speaks now and then keeps the session alive", Fading::kept),
                        Behaviour.of("silence ends a session, not before its time and not long after", Fading::ended),
                        Behaviour.of("no activity carries a session beyond its very end", Fading::veryEnd),
                        Behaviour.of(
                                "an old position is good for as long as others keep the session alive",
                                Fading::oldPosition))
                .map(behaviour -> behaviour.needing(MemoryClaim.SILENCE));
    }

    private static NewSession wish(Scene scene) {
        return scene.wish().idleFor(IDLE);
    }

    private static Position speak(Scene scene, Position at, int times) {
        Position last = at;
        for (int i = 0; i < times; i++) {
            scene.pass(IDLE.minusSeconds(2));
            last = scene.say(last, Turn.user("after-" + scene.now().getEpochSecond(), "still here"));
        }
        return last;
    }

    private static void kept(MemorySubject subject) {
        Scene scene = new Scene(subject);
        speak(scene, scene.memory.create(wish(scene)).positionOrThrow(), 5);

        assertThat(scene.turns()).hasSize(5);
    }

    private static void ended(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position last = speak(scene, scene.memory.create(wish(scene)).positionOrThrow(), 2);
        scene.pass(IDLE.minusSeconds(1));
        assertThat(scene.load()).isInstanceOf(Loaded.Found.class);
        // An implementation may note activity in steps, but not in longer ones than this.
        scene.pass(IDLE.dividedBy(2));

        assertThat(scene.load()).isInstanceOf(Loaded.Absent.class);
        assertThat(scene.append(last, Scene.THANKS)).isInstanceOf(Append.Closed.class);
        assertThat(scene.memory.create(scene.wish())).isInstanceOf(dojo.session.Created.Reclaimed.class);
    }

    private static void veryEnd(MemorySubject subject) {
        Scene scene = new Scene(subject);
        var begin = scene.now();
        Position last = speak(scene, scene.memory.create(wish(scene)).positionOrThrow(), 6);
        assertThat(scene.context().expiresAt()).isEqualTo(begin.plus(Scene.LIFETIME));
        scene.pass(Duration.between(scene.now(), begin.plus(Scene.LIFETIME)));

        assertThat(scene.load()).isInstanceOf(Loaded.Absent.class);
        assertThat(scene.append(last, Scene.THANKS)).isInstanceOf(Append.Closed.class);
    }

    private static void oldPosition(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position start = scene.memory.create(wish(scene)).positionOrThrow();
        Position old = scene.memory.position(start.token());
        speak(scene, start, 3);

        assertThat(scene.append(old, Scene.THANKS)).isInstanceOf(Append.Conflict.class);
    }
}
