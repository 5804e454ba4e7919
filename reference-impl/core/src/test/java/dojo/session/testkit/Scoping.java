package dojo.session.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.session.Append;
import dojo.session.Scope;
import dojo.session.Turn;
import java.time.Duration;
import java.util.stream.Stream;

/** Turns of writers who have no position. */
final class Scoping {
    private static final Scope LATEST_THREE = Scope.tail(3);
    private static final Scope AN_HOUR = Scope.marker(Duration.ofHours(1));

    private Scoping() {}

    static Stream<Behaviour<MemorySubject>> behaviours() {
        return Stream.of(
                        Behaviour.of("without a position a turn goes to the tail, in either scope", Scoping::tail),
                        Behaviour.of("without a position there must be a session", Scoping::absent),
                        Behaviour.of("a turn among the latest ones is recognised", Scoping::latest),
                        Behaviour.of("a turn with a marker is recognised behind any number of others", Scoping::marked),
                        Behaviour.of("a marker is kept as long as asked", Scoping::kept),
                        Behaviour.of("one id for two payloads is a mismatch in either scope", Scoping::mismatch),
                        Behaviour.of("scopes without a length are refused", Scoping::refused))
                .map(behaviour -> behaviour.needing(MemoryClaim.SCOPES));
    }

    private static void tail(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.openWith(Scene.STRANGER);

        Append first = scene.memory.append(scene.session, Scene.HELLO, LATEST_THREE);
        Append second = scene.memory.append(scene.session, Scene.ANSWER, AN_HOUR);

        assertThat(first).isInstanceOf(Append.Appended.class);
        assertThat(second).isInstanceOf(Append.Appended.class);
        scene.say(second.positionOrThrow(), Scene.THANKS);
        assertThat(scene.turns()).containsExactly(Scene.STRANGER, Scene.HELLO, Scene.ANSWER, Scene.THANKS);
    }

    private static void absent(MemorySubject subject) {
        Scene scene = new Scene(subject);
        assertClosed(scene);
        scene.open();
        scene.expire();
        assertClosed(scene);
    }

    private static void assertClosed(Scene scene) {
        assertThat(Stream.of(LATEST_THREE, AN_HOUR))
                .allSatisfy(scope -> assertThat(scene.memory.append(scene.session, Scene.HELLO, scope))
                        .isInstanceOfSatisfying(
                                Append.Closed.class,
                                closed -> assertThat(closed.reason()).isEqualTo(Append.Reason.ABSENT)));
    }

    private static void latest(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.openWith(Scene.HELLO, Scene.ANSWER, Scene.THANKS);

        Append again = scene.memory.append(scene.session, Scene.HELLO, LATEST_THREE);

        assertThat(again).isInstanceOf(Append.AlreadyThere.class);
        assertThat(scene.append(again.positionOrThrow(), Scene.ANSWER)).isInstanceOf(Append.AlreadyThere.class);
        assertThat(scene.turns()).hasSize(3);
    }

    private static void marked(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.open();
        scene.memory.append(scene.session, Scene.HELLO, AN_HOUR);
        for (int i = 0; i < 5; i++) {
            scene.memory.append(scene.session, Turn.user("o-" + i, "other " + i), LATEST_THREE);
        }
        scene.pass(Duration.ofMinutes(30));

        assertThat(scene.memory.append(scene.session, Scene.HELLO, AN_HOUR)).isInstanceOf(Append.AlreadyThere.class);
        assertThat(scene.turns()).hasSize(6).startsWith(Scene.HELLO);
    }

    private static void kept(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.open();
        scene.memory.append(scene.session, Scene.HELLO, AN_HOUR);
        scene.pass(Duration.ofHours(1).minusSeconds(1));
        assertThat(scene.memory.append(scene.session, Scene.HELLO, AN_HOUR)).isInstanceOf(Append.AlreadyThere.class);
        scene.pass(Duration.ofSeconds(2));

        // What a marker promises has an end: after that, nobody knows the turn.
        assertThat(scene.memory.append(scene.session, Scene.HELLO, AN_HOUR)).isInstanceOf(Append.Appended.class);
    }

    private static void mismatch(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.open();
        scene.memory.append(scene.session, Scene.HELLO, AN_HOUR);
        Turn other = Turn.user("t-1", "Is volume 4 out?");

        assertThat(Stream.of(LATEST_THREE, AN_HOUR))
                .allSatisfy(scope -> assertThat(scene.memory.append(scene.session, other, scope))
                        .isInstanceOf(Append.Mismatch.class));
        assertThat(scene.turns()).containsExactly(Scene.HELLO);
    }

    private static void refused(MemorySubject subject) {
        assertThat(subject.claims()).contains(MemoryClaim.SCOPES);
        assertThatThrownBy(() -> Scope.tail(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Scope.marker(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
