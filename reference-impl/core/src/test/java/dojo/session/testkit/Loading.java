package dojo.session.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.session.Append;
import dojo.session.Context;
import dojo.session.CustomerId;
import dojo.session.Loaded;
import dojo.session.Position;
import dojo.session.Role;
import dojo.session.SessionId;
import dojo.session.StoredTurn;
import dojo.session.Turn;
import dojo.session.Window;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a model is shown. */
final class Loading {
    private static final int SAID = 25;

    private Loading() {}

    static Stream<Behaviour<MemorySubject>> behaviours() {
        return Stream.of(
                Behaviour.of("a session that never was is absent, not an error", Loading::unknown),
                Behaviour.of("an expired session is absent at once", Loading::expired),
                Behaviour.of("a window holds the latest turns, oldest first, and says that it is cut", Loading::window),
                Behaviour.of("a window that holds everything is not cut", Loading::everything),
                Behaviour.of("a token budget ends the window before the first turn that does not fit", Loading::budget),
                Behaviour.of("a cut window begins where an exchange begins, unless told otherwise", Loading::exchange),
                Behaviour.of("a budget too small for the newest turn loads none, and says so", Loading::smallBudget),
                Behaviour.of("a context names its customer, its begin and its end", Loading::head),
                Behaviour.of("the tail of a context is where the next turn goes", Loading::tail),
                Behaviour.of("the tail is right though the window holds no turn", Loading::tailWithoutTurns),
                Behaviour.of("a turn says when it was stored", Loading::at));
    }

    private static void unknown(MemorySubject subject) {
        SessionId nobody = SessionId.of(Names.fresh());

        assertThat(subject.memory().load(nobody, Window.latest(5))).isInstanceOf(Loaded.Absent.class);
    }

    private static void expired(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.openWith(Scene.HELLO);
        scene.pass(Duration.between(scene.now(), scene.context().expiresAt()).minusMillis(1));
        assertThat(scene.load()).isInstanceOf(Loaded.Found.class);
        scene.pass(Duration.ofMillis(1));

        assertThat(scene.load()).isInstanceOf(Loaded.Absent.class);
    }

    private static void window(MemorySubject subject) {
        Scene scene = talkative(subject);

        Context latest = scene.memory.load(scene.session, Window.latest(3)).contextOrThrow();

        assertThat(numbers(latest)).containsExactly(SAID - 2L, SAID - 1L, (long) SAID);
        assertThat(latest.cut()).isTrue();
    }

    private static void everything(MemorySubject subject) {
        Scene scene = talkative(subject);

        Context all = scene.memory.load(scene.session, Window.latest(SAID)).contextOrThrow();

        assertThat(numbers(all))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, SAID).mapToObj(Long::valueOf).toList());
        assertThat(all.cut()).isFalse();
    }

    private static void budget(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.openWith(
                Scene.HELLO.withTokens(1),
                Scene.ANSWER.withTokens(9),
                Scene.THANKS.withTokens(4),
                Scene.STRANGER.withTokens(3));

        Window budget = Window.latest(10).anywhere().within(15).anywhere();
        Context context = scene.memory.load(scene.session, budget).contextOrThrow();

        // The first turn would fit again, but a conversation with a hole is none.
        assertThat(numbers(context)).containsExactly(3L, 4L);
        assertThat(context.cut()).isTrue();
        assertThat(numbers(scene.memory
                        .load(
                                scene.session,
                                Window.latest(10).anywhere().within(16).anywhere())
                        .contextOrThrow()))
                .containsExactly(2L, 3L, 4L);
    }

    private static void exchange(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.openWith(
                Scene.HELLO,
                Scene.ANSWER,
                Scene.THANKS,
                Turn.assistant("t-4", "Let me see."),
                Turn.of("t-5", Role.TOOL, "12 EUR"));

        assertThat(numbers(scene.memory.load(scene.session, Window.latest(4)).contextOrThrow()))
                .containsExactly(3L, 4L, 5L);
        assertThat(numbers(scene.memory
                        .load(scene.session, Window.latest(4).anywhere())
                        .contextOrThrow()))
                .containsExactly(2L, 3L, 4L, 5L);
        // One exchange longer than the window: it begins inside it, but not with the result of a tool.
        assertThat(numbers(scene.memory.load(scene.session, Window.latest(2)).contextOrThrow()))
                .containsExactly(4L, 5L);
        assertThat(numbers(scene.memory.load(scene.session, Window.latest(1)).contextOrThrow()))
                .isEmpty();
        assertThat(numbers(scene.memory.load(scene.session, Window.latest(5)).contextOrThrow()))
                .containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    private static void smallBudget(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.openWith(Scene.HELLO.withTokens(50));

        Context context = scene.memory
                .load(scene.session, Window.latest(10).anywhere().within(49))
                .contextOrThrow();

        assertThat(context.turns()).isEmpty();
        assertThat(context.cut()).isTrue();
    }

    private static void head(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.memory.create(scene.wish().ownedBy("c-" + scene.session));

        assertThat(scene.context().session()).isEqualTo(scene.session);
        assertThat(scene.context().customer()).contains(CustomerId.of("c-" + scene.session));
        assertThat(scene.context().createdAt()).isEqualTo(scene.now());
        assertThat(scene.context().expiresAt()).isEqualTo(scene.now().plus(Scene.LIFETIME));
        assertThat(scene.context().summary()).isEmpty();
    }

    private static void tail(MemorySubject subject) {
        Scene scene = talkative(subject);
        Position tail = scene.memory
                .load(scene.session, Window.latest(1))
                .contextOrThrow()
                .tail();

        assertThat(scene.append(tail, Scene.HELLO)).isInstanceOf(Append.Appended.class);
        assertThat(scene.context().turns())
                .extracting(StoredTurn::number)
                .last()
                .isEqualTo(SAID + 1L);
    }

    private static void tailWithoutTurns(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.open();
        scene.say(scene.context().tail(), Scene.HELLO.withTokens(50));
        Window nothingFits = Window.latest(10).within(1);

        Position tail =
                scene.memory.load(scene.session, nothingFits).contextOrThrow().tail();

        assertThat(scene.append(tail, Scene.ANSWER)).isInstanceOf(Append.Appended.class);
    }

    private static void at(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position start = scene.open();
        scene.pass(Duration.ofSeconds(90));
        scene.say(start, Scene.HELLO);

        assertThat(scene.context().turns()).extracting(StoredTurn::at).containsExactly(scene.now());
    }

    private static Scene talkative(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.openWith(IntStream.rangeClosed(1, SAID)
                .mapToObj(n -> Turn.user("n-" + n, "number " + n))
                .toArray(Turn[]::new));
        return scene;
    }

    private static List<Long> numbers(Context context) {
        return context.turns().stream().map(StoredTurn::number).toList();
    }
}
