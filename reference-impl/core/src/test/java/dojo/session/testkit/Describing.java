package dojo.session.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.session.Change;
import dojo.session.CustomerId;
import dojo.session.Listed;
import dojo.session.Metadata;
import dojo.session.NewSession;
import dojo.session.Page;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Turn;
import dojo.session.Updated;
import dojo.session.Window;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is known about conversations, and finding them again. */
final class Describing {
    private Describing() {}

    static Stream<Behaviour<MemorySubject>> behaviours() {
        return Stream.of(
                        Behaviour.of("a change of metadata is seen by who loads the session", Describing::seen),
                        Behaviour.of("a change leaves alone what it does not name", Describing::leftAlone),
                        Behaviour.of("an empty text takes away what was there", Describing::takenAway),
                        Behaviour.of(
                                "of two changes for one revision the second learns what is there",
                                Describing::conflict),
                        Behaviour.of("the retry of the latest change is no second change", Describing::retried),
                        Behaviour.of(
                                "a turn does not raise the revision, and its number is not metadata",
                                Describing::turns),
                        Behaviour.of("what was known is gone when the conversation begins anew", Describing::anew),
                        Behaviour.of("there is nothing to know about an expired session", Describing::absent),
                        Behaviour.of("a customer's sessions are listed, the latest used first", Describing::listed),
                        Behaviour.of("guests' and expired sessions are in no list", Describing::unlisted),
                        Behaviour.of("a list is read page by page, each session once", Describing::paged),
                        Behaviour.of("a page of another customer's list is refused", Describing::foreignPage))
                .map(behaviour -> behaviour.needing(MemoryClaim.METADATA));
    }

    private static void seen(MemorySubject subject) {
        SessionId session = open(subject, Optional.empty());
        Change change = Change.of()
                .title("Volume 3")
                .preview("Is it out?")
                .status("open")
                .intent("order")
                .page(Map.of("path", "/volumes/3"))
                .attributes(Map.of("channel", "app"));

        Metadata answered = subject.memory().update(session, change).metadataOrThrow();

        assertThat(known(subject, session)).isEqualTo(answered);
        assertThat(answered)
                .isEqualTo(new Metadata(
                        answered.revision(),
                        Optional.of("Volume 3"),
                        Optional.of("Is it out?"),
                        Optional.of("open"),
                        Optional.of("order"),
                        Map.of("path", "/volumes/3"),
                        Map.of("channel", "app")));
    }

    private static void leftAlone(MemorySubject subject) {
        SessionId session = open(subject, Optional.empty());
        subject.memory().update(session, Change.of().title("Volume 3").page(Map.of("path", "/")));
        subject.memory().update(session, Change.of().status("open"));

        assertThat(known(subject, session).title()).contains("Volume 3");
        assertThat(known(subject, session).page()).containsExactly(Map.entry("path", "/"));
    }

    private static void takenAway(MemorySubject subject) {
        SessionId session = open(subject, Optional.empty());
        subject.memory().update(session, Change.of().title("Volume 3").page(Map.of("path", "/")));
        subject.memory().update(session, Change.of().title("").page(Map.of()));

        assertThat(known(subject, session).title()).isEmpty();
        assertThat(known(subject, session).page()).isEmpty();
    }

    private static void conflict(MemorySubject subject) {
        SessionId session = open(subject, Optional.empty());
        long revision = known(subject, session).revision();
        Change mine = Change.of().title("mine").expecting(revision);
        Metadata theirs = subject.memory()
                .update(session, Change.of().title("theirs").expecting(revision))
                .metadataOrThrow();

        Updated answer = subject.memory().update(session, mine);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Updated.Conflict.class,
                        conflict -> assertThat(conflict.current()).isEqualTo(theirs));
        assertThat(subject.memory().update(session, mine.expecting(theirs.revision())))
                .isInstanceOf(Updated.Changed.class);
    }

    private static void retried(MemorySubject subject) {
        SessionId session = open(subject, Optional.empty());
        Change change =
                Change.of().title("Volume 3").expecting(known(subject, session).revision());
        Metadata first = subject.memory().update(session, change).metadataOrThrow();

        assertThat(subject.memory().update(session, change).metadataOrThrow()).isEqualTo(first);
    }

    private static void turns(MemorySubject subject) {
        SessionId session = open(subject, Optional.empty());
        long revision = known(subject, session).revision();
        var context = subject.memory().load(session, Window.latest(1)).contextOrThrow();
        assertThat(context.turnCount()).isZero();
        subject.memory().append(context.tail(), List.of(Turn.user("t-1", "hi"), Turn.user("t-2", "there")));

        assertThat(subject.memory()
                        .load(session, Window.latest(1))
                        .contextOrThrow()
                        .turnCount())
                .isEqualTo(2);
        assertThat(known(subject, session).revision()).isEqualTo(revision);
    }

    private static void anew(MemorySubject subject) {
        SessionId session = open(subject, Optional.empty());
        Metadata before = subject.memory()
                .update(session, Change.of().title("Volume 3").attributes(Map.of("a", "b")))
                .metadataOrThrow();
        subject.memory().restart(session);

        Metadata after = known(subject, session);
        assertThat(after).isEqualTo(Metadata.none(after.revision()));
        assertThat(after.revision()).isGreaterThan(before.revision());
    }

    private static void absent(MemorySubject subject) {
        SessionId session = open(subject, Optional.empty());
        subject.clock().move(Duration.ofDays(2));

        assertThat(subject.memory().update(session, Change.of().title("late"))).isInstanceOf(Updated.Absent.class);
        assertThat(subject.memory()
                        .update(SessionId.of(Names.fresh()), Change.of().title("never")))
                .isInstanceOf(Updated.Absent.class);
    }

    private static void listed(MemorySubject subject) {
        CustomerId customer = customer();
        SessionId old = open(subject, Optional.of(customer));
        subject.clock().move(Duration.ofHours(1));
        SessionId young = open(subject, Optional.of(customer));
        assertThat(all(subject.memory(), customer, 10)).containsExactly(young, old);

        subject.clock().move(Duration.ofHours(1));
        var tail = subject.memory().load(old, Window.latest(1)).contextOrThrow().tail();
        subject.memory().append(tail, Turn.user("t-1", "still there?"));
        assertThat(all(subject.memory(), customer, 10)).containsExactly(old, young);
    }

    private static void unlisted(MemorySubject subject) {
        CustomerId customer = customer();
        open(subject, Optional.empty());
        open(subject, Optional.of(customer));
        subject.clock().move(Duration.ofDays(2));
        SessionId alive = open(subject, Optional.of(customer));

        assertThat(all(subject.memory(), customer, 10)).containsExactly(alive);
    }

    private static void paged(MemorySubject subject) {
        CustomerId customer = customer();
        List<SessionId> opened = Stream.generate(() -> open(subject, Optional.of(customer)))
                .limit(7)
                .toList();

        assertThat(all(subject.memory(), customer, 3)).containsExactlyInAnyOrderElementsOf(opened);
    }

    private static void foreignPage(MemorySubject subject) {
        CustomerId customer = customer();
        open(subject, Optional.of(customer));
        open(subject, Optional.of(customer));
        String next = subject.memory().sessions(customer, Page.first(1)).next().orElseThrow();

        assertThatThrownBy(() -> subject.memory().sessions(customer(), Page.after(next, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<SessionId> all(SessionMemory memory, CustomerId customer, int size) {
        List<SessionId> all = new java.util.ArrayList<>();
        Optional<Page> page = Optional.of(Page.first(size));
        while (page.isPresent()) {
            Listed listed = memory.sessions(customer, page.get());
            listed.sessions().forEach(entry -> all.add(entry.session()));
            page = listed.next().map(token -> Page.after(token, size));
        }
        return all;
    }

    private static Metadata known(MemorySubject subject, SessionId session) {
        return subject.memory().load(session, Window.latest(1)).contextOrThrow().metadata();
    }

    private static CustomerId customer() {
        return CustomerId.of(Names.fresh());
    }

    private static SessionId open(MemorySubject subject, Optional<CustomerId> customer) {
        SessionId session = SessionId.of(Names.fresh());
        NewSession wish = NewSession.of(session.value());
        subject.memory()
                .create(customer.map(id -> wish.ownedBy(id.value())).orElse(wish))
                .positionOrThrow();
        return session;
    }
}
