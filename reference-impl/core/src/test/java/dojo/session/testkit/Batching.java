package dojo.session.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.session.Append;
import dojo.session.Position;
import dojo.session.Turn;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Several turns stored as one. */
final class Batching {
    private static final List<Turn> THREE = List.of(Scene.HELLO, Scene.ANSWER, Scene.THANKS);

    private Batching() {}

    static Stream<Behaviour<MemorySubject>> behaviours() {
        return Stream.of(
                        Behaviour.of(
                                "a batch is stored in its order, and its position is that of the last",
                                Batching::order),
                        Behaviour.of("a batch that is sent again is already there, however late", Batching::again),
                        Behaviour.of("a batch which comes second stores nothing", Batching::conflict),
                        Behaviour.of("a batch whose first turns are there is completed", Batching::completed),
                        Behaviour.of("a batch is not completed over what others have said", Batching::partly),
                        Behaviour.of("one changed turn makes the batch a mismatch", Batching::mismatch),
                        Behaviour.of("a turn that stands twice counts where it stands first", Batching::twice),
                        Behaviour.of("a batch of one is that turn", Batching::single),
                        Behaviour.of("a batch of 99 turns is stored", Batching::most),
                        Behaviour.of("no batch is stored after a restart or the end", Batching::closed),
                        Behaviour.of(
                                "an empty batch, one of 100 and one with an id twice are refused", Batching::refused))
                .map(behaviour -> behaviour.needing(MemoryClaim.BATCHES));
    }

    private static void order(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Append stored = scene.memory.append(scene.open(), THREE);

        assertThat(stored).isInstanceOf(Append.Appended.class);
        scene.say(stored.positionOrThrow(), Scene.STRANGER);
        assertThat(scene.turns()).containsExactly(Scene.HELLO, Scene.ANSWER, Scene.THANKS, Scene.STRANGER);
    }

    private static void again(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position start = scene.open();
        scene.memory.append(start, THREE);
        // In the very same millisecond, a database may take it for the same request and repeat its answer.
        scene.pass(Duration.ofMillis(1));
        assertThat(scene.memory.append(start, THREE)).isInstanceOf(Append.AlreadyThere.class);
        // Longer than a database may remember the request by itself.
        scene.pass(Duration.ofMinutes(11));

        Append again = scene.memory.append(start, THREE);

        assertThat(again).isInstanceOf(Append.AlreadyThere.class);
        scene.say(again.positionOrThrow(), Scene.STRANGER);
        assertThat(scene.turns()).hasSize(4);
        assertThat(scene.memory.append(start, THREE)).isInstanceOf(Append.AlreadyThere.class);
    }

    private static void conflict(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position start = scene.open();
        scene.say(start, Scene.STRANGER);

        Append refused = scene.memory.append(start, THREE);

        assertThat(refused)
                .isInstanceOfSatisfying(
                        Append.Conflict.class,
                        conflict -> assertThat(conflict.occupant()).isEqualTo(Scene.STRANGER.id()));
        assertThat(scene.turns()).containsExactly(Scene.STRANGER);
        assertThat(scene.memory.append(((Append.Conflict) refused).tail(), THREE))
                .isInstanceOf(Append.Appended.class);
        assertThat(scene.memory.append(start, THREE)).isInstanceOf(Append.AlreadyThere.class);
    }

    private static void completed(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position start = scene.open();
        scene.say(start, Scene.HELLO);

        assertThat(scene.memory.append(start, THREE)).isInstanceOf(Append.Appended.class);
        assertThat(scene.turns()).isEqualTo(THREE);
    }

    private static void partly(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position start = scene.open();
        scene.say(start, Scene.HELLO, Scene.STRANGER);

        Append partly = scene.memory.append(start, THREE);

        assertThat(partly)
                .isInstanceOfSatisfying(
                        Append.Partly.class,
                        answer -> assertThat(answer.stored()).isEqualTo(1));
        assertThat(scene.turns()).containsExactly(Scene.HELLO, Scene.STRANGER);
        scene.say(((Append.Partly) partly).tail(), Scene.ANSWER);
        assertThat(scene.turns()).containsExactly(Scene.HELLO, Scene.STRANGER, Scene.ANSWER);
    }

    private static void mismatch(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position start = scene.open();
        scene.memory.append(start, THREE);
        Turn other = Turn.assistant("t-2", "Not yet.");

        assertThat(scene.memory.append(start, List.of(Scene.HELLO, other, Scene.THANKS)))
                .isInstanceOf(Append.Mismatch.class);
        assertThat(scene.memory.append(start, List.of(Scene.ANSWER, Scene.HELLO)))
                .isInstanceOf(Append.Mismatch.class);
        assertThat(scene.turns()).isEqualTo(THREE);
    }

    /** Nobody should show a later position for an old turn, but who does must not break what others repeat. */
    private static void twice(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position start = scene.open();
        List<Turn> two = List.of(Scene.HELLO, Scene.ANSWER);
        scene.say(scene.memory.append(start, two).positionOrThrow(), Scene.HELLO, Scene.ANSWER);
        scene.pass(Duration.ofMillis(1));

        assertThat(scene.append(start, Scene.HELLO)).isInstanceOf(Append.AlreadyThere.class);
        Append again = scene.memory.append(start, two);
        assertThat(again).isInstanceOf(Append.AlreadyThere.class);
        assertThat(scene.append(again.positionOrThrow(), Scene.STRANGER))
                .isInstanceOfSatisfying(
                        Append.Conflict.class,
                        conflict -> assertThat(conflict.occupant()).isEqualTo(Scene.HELLO.id()));
    }

    private static void single(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position start = scene.open();
        scene.memory.append(start, List.of(Scene.HELLO));

        assertThat(scene.append(start, Scene.HELLO)).isInstanceOf(Append.AlreadyThere.class);
        assertThat(scene.memory.append(start, List.of(Scene.HELLO))).isInstanceOf(Append.AlreadyThere.class);
        assertThat(scene.turns()).containsExactly(Scene.HELLO);
    }

    private static void most(MemorySubject subject) {
        Scene scene = new Scene(subject);
        List<Turn> many = numbered(99);

        assertThat(scene.memory.append(scene.open(), many)).isInstanceOf(Append.Appended.class);
        assertThat(scene.turns()).isEqualTo(many);
    }

    private static void closed(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position start = scene.openWith(Scene.STRANGER);
        scene.memory.restart(scene.session);
        assertThat(scene.memory.append(start, THREE)).isInstanceOf(Append.Closed.class);
        assertThat(scene.turns()).isEmpty();
        Position fresh = scene.context().tail();
        scene.expire();

        assertThat(scene.memory.append(fresh, THREE)).isInstanceOf(Append.Closed.class);
    }

    private static void refused(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position start = scene.open();

        assertThat(Stream.of(List.<Turn>of(), numbered(100), List.of(Scene.HELLO, Scene.HELLO)))
                .allSatisfy(bad -> assertThatThrownBy(() -> scene.memory.append(start, bad))
                        .isInstanceOf(IllegalArgumentException.class));
        assertThat(scene.turns()).isEmpty();
    }

    private static List<Turn> numbered(int turns) {
        return IntStream.rangeClosed(1, turns)
                .mapToObj(n -> Turn.user("n-" + n, "number " + n))
                .toList();
    }
}
