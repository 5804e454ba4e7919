package dojo.session.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.session.Position;
import dojo.session.SessionId;
import java.util.List;
import java.util.stream.Stream;

/** What is refused before anything is asked or written. */
final class Refusing {
    private Refusing() {}

    static Stream<Behaviour<MemorySubject>> behaviours() {
        return Stream.of(
                Behaviour.of("a token that was cut or changed is refused", Refusing::damagedToken),
                Behaviour.of("the token of nobody is refused", Refusing::foreignToken),
                Behaviour.of("a position of another memory is refused", Refusing::foreignPosition));
    }

    private static void damagedToken(MemorySubject subject) {
        Scene scene = new Scene(subject);
        String token = scene.openWith(Scene.HELLO).token();

        assertThat(List.of(
                        token.substring(0, token.length() - 1),
                        token.substring(1),
                        token.substring(0, token.length() / 2),
                        token + token))
                .allSatisfy(damaged -> assertThatThrownBy(() -> scene.memory.position(damaged))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining(damaged));
        assertThat(scene.turns()).containsExactly(Scene.HELLO);
    }

    private static void foreignToken(MemorySubject subject) {
        assertThat(Stream.of("", " ", "7", "p1.0.AAAA", "not a token", "价格"))
                .allSatisfy(foreign -> assertThatThrownBy(() -> subject.memory().position(foreign))
                        .isInstanceOf(IllegalArgumentException.class));
    }

    private static void foreignPosition(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.open();

        assertThatThrownBy(() -> scene.append(new Foreign(scene.session), Scene.HELLO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another memory");
        assertThat(scene.turns()).isEmpty();
    }

    private record Foreign(SessionId session) implements Position {
        @Override
        public String token() {
            return "1";
        }
    }
}
