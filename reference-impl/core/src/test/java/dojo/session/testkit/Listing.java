package dojo.session.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.session.Loaded;
import dojo.session.Replaced;
import dojo.session.SessionId;
import dojo.session.StoredTurn;
import dojo.session.Turn;
import java.util.List;
import java.util.stream.Stream;

/** The list that frameworks hand over as a whole. */
final class Listing {
    private Listing() {}

    static Stream<Behaviour<MemorySubject>> behaviours() {
        return Stream.of(
                        Behaviour.of("a list is read back exactly as it was handed over", Listing::exact),
                        Behaviour.of("a shorter or reordered list is read back exactly", Listing::shorter),
                        Behaviour.of("a list may hold equal turns, and none at all", Listing::equalAndEmpty),
                        Behaviour.of("the log keeps what a list leaves out", Listing::kept),
                        Behaviour.of(
                                "turns that are there already are not stored again, whatever their ids",
                                Listing::recognised),
                        Behaviour.of("what is appended after a list follows it", Listing::followed),
                        Behaviour.of("a log without a list is its own list", Listing::none),
                        Behaviour.of("a restart empties the list", Listing::restarted),
                        Behaviour.of("a session that is not there has no list", Listing::absent))
                .map(behaviour -> behaviour.needing(MemoryClaim.LISTS));
    }

    /** What was said; which of two ids a turn keeps is not promised. */
    private static void assertCurrent(Scene scene, Turn... expected) {
        assertThat(scene.memory.current(scene.session).contextOrThrow().turns().stream()
                        .map(StoredTurn::turn)
                        .map(Listing::words))
                .containsExactly(Stream.of(expected).map(Listing::words).toArray(String[]::new));
    }

    private static String words(Turn turn) {
        return turn.role() + " " + turn.text() + " " + turn.attributes();
    }

    private static void exact(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.open();
        Turn tool = Turn.of("t-4", dojo.session.Role.TOOL, "12 EUR").with("call", "c-1");

        assertThat(scene.memory.replace(scene.session, List.of(Scene.HELLO, tool, Scene.ANSWER)))
                .isInstanceOfSatisfying(
                        Replaced.Stored.class,
                        stored -> assertThat(stored.added()).isEqualTo(3));
        assertCurrent(scene, Scene.HELLO, tool, Scene.ANSWER);
    }

    private static void shorter(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.open();
        scene.memory.replace(scene.session, List.of(Scene.HELLO, Scene.ANSWER, Scene.THANKS));
        scene.memory.replace(scene.session, List.of(Scene.THANKS, Scene.HELLO));

        assertCurrent(scene, Scene.THANKS, Scene.HELLO);
    }

    private static void equalAndEmpty(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.open();
        Turn hi = Turn.user("a", "hi");
        scene.memory.replace(scene.session, List.of(hi, Turn.user("b", "hi"), Turn.user("c", "hi")));
        assertCurrent(scene, hi, hi, hi);
        scene.memory.replace(scene.session, List.of(hi));
        assertCurrent(scene, hi);
        scene.memory.replace(scene.session, List.of());

        assertCurrent(scene);
    }

    private static void kept(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.open();
        scene.memory.replace(scene.session, List.of(Scene.HELLO, Scene.ANSWER));
        scene.memory.replace(scene.session, List.of(Scene.THANKS));

        assertThat(scene.turns()).extracting(Turn::text).contains(Scene.HELLO.text(), Scene.ANSWER.text());
    }

    private static void recognised(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.openWith(Scene.HELLO, Scene.ANSWER);
        Turn sameWords = Turn.user("x-1", Scene.HELLO.text());

        assertThat(scene.memory.replace(scene.session, List.of(sameWords, Scene.ANSWER, Scene.THANKS)))
                .isInstanceOfSatisfying(Replaced.Stored.class, stored -> {
                    assertThat(stored.kept()).isEqualTo(2);
                    assertThat(stored.added()).isEqualTo(1);
                });
        assertThat(scene.turns()).hasSize(3);
        assertCurrent(scene, Scene.HELLO, Scene.ANSWER, Scene.THANKS);
    }

    private static void followed(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.openWith(Scene.HELLO, Scene.ANSWER);
        scene.memory.replace(scene.session, List.of(Scene.ANSWER));
        scene.say(scene.context().tail(), Scene.THANKS);

        assertCurrent(scene, Scene.ANSWER, Scene.THANKS);
    }

    private static void none(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.openWith(Scene.HELLO, Scene.ANSWER);

        assertCurrent(scene, Scene.HELLO, Scene.ANSWER);
    }

    private static void restarted(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.open();
        scene.memory.replace(scene.session, List.of(Scene.HELLO));
        scene.memory.restart(scene.session);
        assertCurrent(scene);
        scene.say(scene.context().tail(), Scene.THANKS);

        assertCurrent(scene, Scene.THANKS);
    }

    private static void absent(MemorySubject subject) {
        Scene scene = new Scene(subject);
        SessionId nobody = SessionId.of(Names.fresh());
        assertThat(scene.memory.replace(nobody, List.of(Scene.HELLO))).isInstanceOf(Replaced.Absent.class);
        assertThat(scene.memory.current(nobody)).isInstanceOf(Loaded.Absent.class);
        scene.openWith(Scene.HELLO);
        scene.expire();

        assertThat(scene.memory.replace(scene.session, List.of(Scene.HELLO))).isInstanceOf(Replaced.Absent.class);
        assertThat(scene.memory.current(scene.session)).isInstanceOf(Loaded.Absent.class);
    }
}
