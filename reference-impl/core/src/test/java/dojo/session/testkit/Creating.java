package dojo.session.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.session.Created;
import dojo.session.CustomerId;
import dojo.session.NewSession;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** How sessions begin. */
final class Creating {
    private Creating() {}

    static Stream<Behaviour<MemorySubject>> behaviours() {
        return Stream.of(
                Behaviour.of("a new session is opened, and empty", Creating::opened),
                Behaviour.of("the retry of a wish finds its session", Creating::retried),
                Behaviour.of("the retry of a wish does not lengthen its session", Creating::notLengthened),
                Behaviour.of("another wish for a living session is refused, with its end", Creating::live),
                Behaviour.of("one request id for two customers is a mismatch", Creating::mismatch),
                Behaviour.of("an expired session is reclaimed, and its turns are not seen again", Creating::reclaimed),
                Behaviour.of("the late retry of a wish is spent, and opens nothing", Creating::spent),
                Behaviour.of("a session lives as long as asked, and less than a second longer", Creating::lifetime));
    }

    private static void opened(MemorySubject subject) {
        Scene scene = new Scene(subject);

        assertThat(scene.memory.create(scene.wish())).isInstanceOf(Created.Opened.class);
        assertThat(scene.turns()).isEmpty();
    }

    private static void retried(MemorySubject subject) {
        Scene scene = new Scene(subject);
        NewSession wish = scene.wish().ownedBy("c-" + scene.session);
        scene.say(scene.memory.create(wish).positionOrThrow(), Scene.HELLO);
        scene.pass(Duration.ofMinutes(20));

        Created again = scene.memory.create(wish);

        assertThat(again).isInstanceOf(Created.AlreadyThere.class);
        assertThat(scene.turns()).containsExactly(Scene.HELLO);
        // Its position is the place before the first turn, so a retry of that turn is recognised from there.
        assertThat(scene.append(again.positionOrThrow(), Scene.HELLO))
                .isInstanceOf(dojo.session.Append.AlreadyThere.class);
    }

    private static void notLengthened(MemorySubject subject) {
        Scene scene = new Scene(subject);
        NewSession wish = scene.wish();
        scene.memory.create(wish);
        Instant end = scene.context().expiresAt();
        scene.pass(Duration.ofMinutes(20));
        scene.memory.create(wish);

        assertThat(scene.context().expiresAt()).isEqualTo(end);
    }

    private static void live(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.openWith(Scene.HELLO);
        Instant end = scene.context().expiresAt();

        Created refused = scene.memory.create(scene.wish());

        assertThat(refused)
                .isInstanceOfSatisfying(
                        Created.Live.class, live -> assertThat(live.expiresAt()).isEqualTo(end));
        assertThat(scene.turns()).containsExactly(Scene.HELLO);
    }

    private static void mismatch(MemorySubject subject) {
        Scene scene = new Scene(subject);
        NewSession wish = scene.wish().ownedBy("c-" + scene.session);
        scene.memory.create(wish);

        assertThat(scene.memory.create(wish.ownedBy("d-" + scene.session))).isInstanceOf(Created.Mismatch.class);
        assertThat(scene.context().customer()).contains(CustomerId.of("c-" + scene.session));
    }

    private static void reclaimed(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.openWith(Scene.HELLO, Scene.ANSWER);
        scene.expire();

        Created next = scene.memory.create(scene.wish());

        assertThat(next).isInstanceOf(Created.Reclaimed.class);
        assertThat(scene.turns()).isEmpty();
        scene.say(next.positionOrThrow(), Scene.STRANGER);
        assertThat(scene.turns()).containsExactly(Scene.STRANGER);
    }

    private static void spent(MemorySubject subject) {
        Scene scene = new Scene(subject);
        NewSession wish = scene.wish();
        scene.memory.create(wish);
        Instant end = scene.context().expiresAt();
        scene.expire();

        assertThat(scene.memory.create(wish))
                .isInstanceOfSatisfying(
                        Created.Spent.class,
                        spent -> assertThat(spent.expiredAt()).isEqualTo(end));
        assertThat(scene.load()).isInstanceOf(dojo.session.Loaded.Absent.class);
    }

    private static void lifetime(MemorySubject subject) {
        Scene scene = new Scene(subject);
        scene.pass(Duration.ofMillis(1));
        Instant begin = scene.now();
        scene.open();

        assertThat(scene.context().createdAt()).isEqualTo(begin);
        assertThat(Duration.between(begin, scene.context().expiresAt()))
                .isBetween(Scene.LIFETIME, Scene.LIFETIME.plusMillis(999));
    }
}
