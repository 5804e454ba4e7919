package dojo.session.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.session.Append;
import dojo.session.Change;
import dojo.session.Created;
import dojo.session.CustomerId;
import dojo.session.Erased;
import dojo.session.ErasureReceipt;
import dojo.session.Loaded;
import dojo.session.NewSession;
import dojo.session.Page;
import dojo.session.Position;
import dojo.session.Readmitted;
import dojo.session.Redacted;
import dojo.session.Scope;
import dojo.session.SessionId;
import dojo.session.Transcript;
import dojo.session.Turn;
import dojo.session.Updated;
import dojo.session.Window;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Taking back what was said, and forgetting who said it. */
final class Erasing {
    private Erasing() {}

    static Stream<Behaviour<MemorySubject>> behaviours() {
        return Stream.of(
                Behaviour.of("a redacted turn shows its replacement, and its retry is recognised", Erasing::redacted),
                Behaviour.of("a removed turn is passed over, and its number is not used again", Erasing::removed),
                Behaviour.of("of an erased customer nothing is loaded, read or listed", Erasing::erased),
                Behaviour.of("no late retry brings back what was erased", Erasing::retries),
                Behaviour.of("an erased customer gets no session until readmitted", Erasing::readmitted),
                Behaviour.of("an erasure repeated gives the same receipt, and it verifies", Erasing::receipt),
                Behaviour.of("a guest's session is erased by its id, a customer's is not", Erasing::guest),
                Behaviour.of(
                        "the id of an erased guest is free for another wish, not for the old one", Erasing::again));
    }

    private static void redacted(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position start = scene.open();
        scene.memory.append(start, Scene.HELLO);

        assertThat(scene.memory.redact(scene.session, 1, "[redacted]")).isInstanceOf(Redacted.Done.class);

        assertThat(scene.memory.append(start, Scene.HELLO)).isInstanceOf(Append.AlreadyThere.class);
        assertThat(scene.turns()).extracting(Turn::text).containsExactly("[redacted]");
        assertThat(scene.memory.redact(scene.session, 2, "x")).isInstanceOf(Redacted.NoSuchTurn.class);
    }

    private static void removed(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position start = scene.open();
        Position end =
                scene.memory.append(start, List.of(Scene.HELLO, Scene.ANSWER)).positionOrThrow();

        scene.memory.remove(scene.session, 2);

        assertThat(scene.memory
                        .append(start, List.of(Scene.HELLO, Scene.ANSWER))
                        .positionOrThrow()
                        .token())
                .isEqualTo(end.token());
        assertThat(scene.memory.append(end, Scene.THANKS)).isInstanceOf(Append.Appended.class);
        assertThat(scene.memory.read(scene.session, 0, 10).turnsOrThrow())
                .extracting(stored -> stored.number())
                .containsExactly(1L, 3L);
    }

    private static void erased(MemorySubject subject) {
        CustomerId customer = CustomerId.of(Names.fresh());
        Scene scene = new Scene(subject);
        Position at =
                scene.memory.create(scene.wish().ownedBy(customer.value())).positionOrThrow();
        scene.memory.append(at, Scene.HELLO);

        assertThat(scene.memory.erase(customer)).isInstanceOf(Erased.Done.class);

        assertThat(scene.memory.load(scene.session, Window.latest(5))).isInstanceOf(Loaded.Absent.class);
        assertThat(scene.memory.read(scene.session, 0, 5)).isInstanceOf(Transcript.Absent.class);
        assertThat(scene.memory.sessions(customer, Page.first(5)).sessions()).isEmpty();
    }

    private static void retries(MemorySubject subject) {
        CustomerId customer = CustomerId.of(Names.fresh());
        Scene scene = new Scene(subject);
        NewSession wish = scene.wish().ownedBy(customer.value());
        Position start = scene.memory.create(wish).positionOrThrow();
        Position end = scene.memory.append(start, Scene.HELLO).positionOrThrow();
        scene.memory.erase(customer);

        assertThat(List.of(start, end))
                .allSatisfy(position ->
                        assertThat(scene.memory.append(position, Scene.HELLO)).isInstanceOf(Append.Closed.class));
        assertThat(scene.memory.append(end, List.of(Scene.ANSWER, Scene.THANKS)))
                .isInstanceOf(Append.Closed.class);
        assertThat(scene.memory.append(scene.session, Scene.HELLO, Scope.tail(5)))
                .isInstanceOf(Append.Closed.class);
        assertThat(scene.memory.update(scene.session, Change.of().title("late")))
                .isInstanceOf(Updated.Absent.class);
        assertThat(scene.memory.redact(scene.session, 1, "late")).isInstanceOf(Redacted.Absent.class);
        assertThat(scene.memory.create(wish)).isInstanceOf(Created.Erased.class);
        assertThat(scene.memory.load(scene.session, Window.latest(5))).isInstanceOf(Loaded.Absent.class);
    }

    private static void readmitted(MemorySubject subject) {
        CustomerId customer = CustomerId.of(Names.fresh());
        NewSession wish = NewSession.of(Names.fresh()).ownedBy(customer.value());
        subject.memory().erase(customer);
        assertThat(subject.memory().create(wish)).isInstanceOf(Created.Erased.class);

        assertThat(subject.memory().readmit(customer)).isInstanceOf(Readmitted.Welcome.class);
        assertThat(subject.memory().create(wish)).isInstanceOf(Created.Opened.class);
        assertThat(subject.memory().readmit(customer)).isInstanceOf(Readmitted.NotErased.class);
    }

    private static void receipt(MemorySubject subject) {
        CustomerId customer = CustomerId.of(Names.fresh());
        Scene scene = new Scene(subject);
        Position at =
                scene.memory.create(scene.wish().ownedBy(customer.value())).positionOrThrow();
        scene.memory.append(at, List.of(Scene.HELLO, Scene.ANSWER));

        ErasureReceipt first = scene.memory.erase(customer).receiptOrThrow();
        subject.clock().move(Duration.ofMinutes(5));
        ErasureReceipt second = scene.memory.erase(customer).receiptOrThrow();

        assertThat(second).isEqualTo(first);
        assertThat(first.verify()).isTrue();
        assertThat(first.counts()).containsEntry("TURN", 2L).containsEntry("META", 1L);
        ErasureReceipt forged = new ErasureReceipt(
                "somebody else", first.begun(), first.finished(), first.sessions(), first.copies(), first.hash());
        assertThat(forged.verify()).isFalse();
    }

    private static void guest(MemorySubject subject) {
        Scene scene = new Scene(subject);
        Position end = scene.openWith(Scene.HELLO);
        SessionId owned = SessionId.of(Names.fresh());
        scene.memory.create(NewSession.of(owned.value()).ownedBy("c-kit"));

        assertThat(scene.memory.erase(scene.session)).isInstanceOf(Erased.Done.class);
        assertThat(scene.memory.load(scene.session, Window.latest(5))).isInstanceOf(Loaded.Absent.class);
        assertThat(scene.memory.append(end, Scene.ANSWER)).isInstanceOf(Append.Closed.class);
        assertThat(scene.memory.erase(owned)).isInstanceOf(Erased.Owned.class);
        assertThat(scene.memory.load(owned, Window.latest(5))).isInstanceOf(Loaded.Found.class);
    }

    private static void again(MemorySubject subject) {
        Scene scene = new Scene(subject);
        NewSession old = scene.wish();
        scene.memory.append(scene.memory.create(old).positionOrThrow(), Scene.HELLO);
        scene.memory.erase(scene.session);

        assertThat(scene.memory.create(old)).isInstanceOf(Created.Spent.class);
        Position anew = scene.memory.create(scene.wish()).positionOrThrow();
        assertThat(scene.memory.append(anew, Scene.HELLO)).isInstanceOf(Append.Appended.class);
        assertThat(scene.turns()).hasSize(1);
    }
}
