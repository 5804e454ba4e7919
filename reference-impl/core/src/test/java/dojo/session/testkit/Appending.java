package dojo.session.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.session.Append;
import dojo.session.Position;
import dojo.session.Role;
import dojo.session.StoredTurn;
import dojo.session.Turn;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/** How turns get their places. */
final class Appending {
    private Appending() {}

    static Stream<Behaviour<MemorySubject>> behaviours() {
        return Stream.of(
                Behaviour.of(
                        "turns are numbered from 1, without gaps, in the order they were appended", Appending::order),
                Behaviour.of("order does not follow the clock", Appending::clockSetBack),
                Behaviour.of(
                        "a turn comes back as it was said, whatever its role, text and attributes", Appending::whole),
                Behaviour.of("two equal texts under two ids are two turns", Appending::equalTexts),
                Behaviour.of("sessions do not mix", Appending::apart),
                Behaviour.of("who comes second gets a conflict, with the occupant", Appending::conflict),
                Behaviour.of("the tail of a conflict is where the turn fits", Appending::tailOfConflict),
                Behaviour.of("a position travels as text", Appending::token),
                Behaviour.of("nothing is appended to an expired session", Appending::expired),
                Behaviour.of("a position from before the end reaches no later session of the id", Appending::reclaimed),
                Behaviour.of("every answer carries a bill", Appending::bill));
    }

    private static void order(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.openWith(Scene.HELLO, Scene.ANSWER, Scene.THANKS);

        assertThat(scene.turns()).containsExactly(Scene.HELLO, Scene.ANSWER, Scene.THANKS);
        assertThat(scene.context().turns()).extracting(StoredTurn::number).containsExactly(1L, 2L, 3L);
    }

    private static void clockSetBack(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position first = scene.openWith(Scene.HELLO);
        scene.pass(Duration.ofSeconds(-5));
        Position second = scene.say(first, Scene.ANSWER);
        scene.say(second, Scene.THANKS);

        assertThat(scene.turns()).containsExactly(Scene.HELLO, Scene.ANSWER, Scene.THANKS);
    }

    private static void whole(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position at = scene.open();
        Turn[] turns = Arrays.stream(Role.values())
                .map(role -> Turn.of("t-" + role, role, "価格は? \"12 €\"\n\t" + role)
                        .withTokens(role.name().length())
                        .with("lang", "ja")
                        .with("empty", ""))
                .toArray(Turn[]::new);
        Position last = scene.say(at, turns);
        Turn silent = Turn.of("t-silent", Role.ASSISTANT, "");
        scene.say(last, silent);

        assertThat(scene.turns()).startsWith(turns).endsWith(silent).hasSize(turns.length + 1);
    }

    private static void equalTexts(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.openWith(Turn.user("t-1", "hi"), Turn.user("t-2", "hi"));

        assertThat(scene.turns()).extracting(Turn::text).containsExactly("hi", "hi");
    }

    private static void apart(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Scene other = new Scene(subject);
        scene.openWith(Scene.HELLO, Scene.ANSWER);
        other.openWith(Scene.STRANGER);

        assertThat(scene.turns()).containsExactly(Scene.HELLO, Scene.ANSWER);
        assertThat(other.turns()).containsExactly(Scene.STRANGER);
    }

    private static void conflict(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position start = scene.openWith();
        scene.say(start, Scene.STRANGER, Scene.THANKS);

        assertThat(scene.append(start, Scene.HELLO))
                .isInstanceOfSatisfying(
                        Append.Conflict.class,
                        conflict -> assertThat(conflict.occupant()).isEqualTo(Scene.STRANGER.id()));
        assertThat(scene.turns()).containsExactly(Scene.STRANGER, Scene.THANKS);
    }

    private static void tailOfConflict(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position start = scene.open();
        scene.say(start, Scene.STRANGER, Scene.THANKS);
        Append refused = scene.append(start, Scene.HELLO);
        assertThat(refused).isInstanceOf(Append.Conflict.class);

        Append followed = scene.append(((Append.Conflict) refused).tail(), Scene.HELLO);

        assertThat(followed).isInstanceOf(Append.Appended.class);
        assertThat(scene.turns()).containsExactly(Scene.STRANGER, Scene.THANKS, Scene.HELLO);
    }

    private static void token(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position first = scene.openWith(Scene.HELLO);

        Position carried = scene.memory.position(first.token());

        assertThat(carried.session()).isEqualTo(scene.session);
        assertThat(first.token()).isASCII().doesNotContainAnyWhitespaces();
        assertThat(scene.append(carried, Scene.ANSWER)).isInstanceOf(Append.Appended.class);
        assertThat(scene.turns()).containsExactly(Scene.HELLO, Scene.ANSWER);
    }

    private static void expired(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position first = scene.openWith(Scene.HELLO);
        scene.expire();

        assertThat(scene.append(first, Scene.ANSWER))
                .isInstanceOfSatisfying(
                        Append.Closed.class,
                        closed -> assertThat(closed.reason()).isEqualTo(Append.Reason.EXPIRED));
    }

    private static void reclaimed(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position first = scene.openWith(Scene.HELLO);
        scene.expire();
        scene.say(scene.memory.create(scene.wish()).positionOrThrow(), Scene.STRANGER);

        assertThat(scene.append(first, Scene.ANSWER)).isInstanceOf(Append.Closed.class);
        assertThat(scene.turns()).containsExactly(Scene.STRANGER);
    }

    private static void bill(MemorySubject subject) {
        Scene scene = new Scene(subject);
        var bills = Stream.of(
                scene.memory.create(scene.wish()).bill(),
                scene.append(scene.context().tail(), Scene.HELLO).bill(),
                scene.load().bill(),
                scene.memory.restart(scene.session).bill());

        assertThat(bills).allSatisfy(bill -> {
            assertThat(bill.requests()).isNotNegative();
            assertThat(bill.readUnits()).isNotNegative();
            assertThat(bill.writeUnits()).isNotNegative();
        });
    }
}
