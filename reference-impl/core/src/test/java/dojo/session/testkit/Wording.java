package dojo.session.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.session.CustomerId;
import dojo.session.NewSession;
import dojo.session.SessionId;
import dojo.session.Turn;
import dojo.session.TurnId;
import dojo.session.Window;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;

/** Words that cannot be said, so that no implementation ever meets them. */
final class Wording {
    private static final String TOO_LONG = "x".repeat(513);

    private Wording() {}

    static Stream<Behaviour<MemorySubject>> behaviours() {
        return Stream.of(
                Behaviour.of("ids which are blank, too long or hold '#' are refused, with the id", Wording::ids),
                Behaviour.of("ids as long as allowed, in any language, are stored", Wording::longIds),
                Behaviour.of("windows and budgets below 1 are refused, with the number", Wording::windows),
                Behaviour.of("lifetimes below a second are refused, with the duration", Wording::lifetimes),
                Behaviour.of("negative counts of tokens and blank names are refused", Wording::turns));
    }

    private static void ids(MemorySubject subject) {
        Stream<Function<String, Object>> kinds = Stream.of(
                SessionId::of,
                CustomerId::of,
                TurnId::of,
                id -> NewSession.of("s-1").requestedAs(id),
                id -> NewSession.of("s-1").ownedBy(id));
        assertThat(kinds)
                .allSatisfy(kind -> assertThat(Stream.of("", " ", "\t\n", "a#b", "#", "a\u0000b", TOO_LONG))
                        .allSatisfy(bad -> assertThatThrownBy(() -> kind.apply(bad))
                                .isInstanceOf(IllegalArgumentException.class)
                                .hasMessageContaining(bad.length() > 40 ? "513" : bad)));
        assertThat(subject.claims()).isNotNull();
    }

    private static void longIds(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Turn turn = Turn.user("漫".repeat(170), "longest");
        String requestId = "é".repeat(256);
        NewSession wish = scene.wish().requestedAs(requestId).ownedBy("z".repeat(512));
        scene.say(scene.memory.create(wish).positionOrThrow(), turn);

        assertThat(scene.turns()).containsExactly(turn);
    }

    private static void windows(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.openWith(Scene.HELLO);

        assertThat(Stream.of(0, -1, 10_001))
                .allSatisfy(bad -> assertThatThrownBy(() -> scene.memory.load(scene.session, Window.latest(bad)))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("got " + bad));
        assertThat(Stream.of(0, -1))
                .allSatisfy(bad -> assertThatThrownBy(() -> Window.latest(5).within(bad))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("got " + bad));
    }

    private static void lifetimes(MemorySubject subject) {
        Scene scene = new Scene(subject);

        assertThat(Stream.of(Duration.ZERO, Duration.ofMillis(999), Duration.ofSeconds(-5), Duration.ofDays(3_651)))
                .allSatisfy(bad -> assertThatThrownBy(() -> scene.wish().lasting(bad))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining(bad.toString()));
        assertThat(scene.load()).isInstanceOf(dojo.session.Loaded.Absent.class);
    }

    private static void turns(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.open();

        assertThatThrownBy(() -> Scene.HELLO.withTokens(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> Scene.HELLO.with(" ", "value")).isInstanceOf(IllegalArgumentException.class);
        assertThat(scene.turns()).isEmpty();
    }
}
