package dojo.session.chaos;

import static dojo.session.chaos.Tale.at;
import static dojo.session.chaos.Tale.slot;
import static dojo.session.chaos.Tale.turn;
import static dojo.session.chaos.Tale.wish;
import static org.assertj.core.api.Assertions.assertThat;

import dojo.session.Append.Reason;
import dojo.session.Turn;
import dojo.session.Window;
import dojo.session.chaos.Violation.Kind;
import dojo.session.dynamo.Raw.Slot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way to break a promise is found in a history that shows it, and called by its name. */
class CheckerTest {

    private static Tale tale() {
        return new Tale().opened("r1", "Opened", 1);
    }

    private static Arguments seeded(Kind kind, String how, Tale tale) {
        return Arguments.of(kind, how, tale.history());
    }

    static Stream<Arguments> wrong() {
        Turn otherwise = Turn.user("a", "says something else");
        return Stream.of(
                seeded(
                        Kind.LOST,
                        "a turn that was shown is not in the table",
                        tale().lost("a", 1, 0).shown(1, "a").log(1).look(1)),
                seeded(
                        Kind.ACKNOWLEDGED_BUT_MISSING,
                        "an acknowledged turn is not in the table",
                        tale().stored("a", 1, 0).log(1).look(1)),
                seeded(Kind.ACKNOWLEDGED_BUT_MISSING, "an acknowledged session has no head", tale().headless()),
                seeded(
                        Kind.DUPLICATED,
                        "a turn was acknowledged in two places",
                        tale().stored("a", 1, 0).stored("b", 1, 1).there("a", 1, 0, 3)),
                seeded(
                        Kind.DUPLICATED,
                        "the table holds a turn twice",
                        tale().lost("a", 1, 0).lost("a", 1, 0).log(1, "a", "a").look(1)),
                seeded(
                        Kind.REORDERED,
                        "a turn stands before one that was acknowledged before it was sent",
                        tale().lost("x", 1, 0)
                                .stored("b", 1, 1)
                                .lost("a", 1, 0)
                                .log(1, "a", "b")
                                .look(1)),
                seeded(
                        Kind.TWO_IN_ONE_PLACE,
                        "two writers were told of the same place",
                        tale().stored("a", 1, 0).stored("b", 1, 0)),
                seeded(
                        Kind.HOLE,
                        "a load lacks a turn in the middle",
                        tale().stored("a", 1, 0)
                                .stored("b", 1, 1)
                                .stored("c", 1, 2)
                                .shown(
                                        Window.latest(100),
                                        1,
                                        3,
                                        List.of(new Said.Seen(1, turn("a")), new Said.Seen(3, turn("c"))))),
                seeded(
                        Kind.HOLE,
                        "a load lacks the first turn and does not say so",
                        tale().stored("a", 1, 0).stored("b", 1, 1).shown(Window.latest(100), 1, 2, "b")),
                seeded(
                        Kind.HOLE,
                        "the table lacks a place",
                        tale().lost("b", 1, 1).slots(1, slot(2, turn("b"))).look(1)),
                seeded(
                        Kind.HOLE,
                        "the table has a turn behind the seal",
                        tale().lost("b", 1, 1)
                                .slots(1, new Slot(1, Optional.empty(), Tale.START), slot(2, turn("b")))
                                .look(1)),
                seeded(
                        Kind.TORN,
                        "half of a batch is stored",
                        tale().call(new Ask.Append(at(1, 0), List.of(turn("a"), turn("b"))), new Said.Unknown("lost"))
                                .log(1, "a")
                                .look(1)),
                seeded(
                        Kind.STALE,
                        "a strong load does not know of an acknowledged turn",
                        tale().stored("a", 1, 0).stored("b", 1, 1).shown(1, "a")),
                seeded(
                        Kind.STALE,
                        "a transcript does not know of an acknowledged turn",
                        tale().stored("a", 1, 0).stored("b", 1, 1).told("a")),
                seeded(
                        Kind.STALE,
                        "a conflict points to a tail that is none any more",
                        tale().stored("a", 1, 0).stored("b", 1, 1).conflict("c", 1, 0, "a", 1)),
                seeded(
                        Kind.BACKWARDS,
                        "a turn is stored elsewhere than after the expected place",
                        tale().append(turn("a"), at(1, 4), new Said.Stored(at(1, 4)))),
                seeded(
                        Kind.BACKWARDS,
                        "a conflict points to where its caller stood",
                        tale().stored("a", 1, 0).conflict("b", 1, 1, "a", 1)),
                seeded(
                        Kind.BACKWARDS,
                        "a restart goes back to an older log",
                        tale().restarted(5).restarted(4)),
                seeded(
                        Kind.REVIVED,
                        "a restarted log takes a turn",
                        tale().restarted(2).stored("a", 1, 0)),
                seeded(
                        Kind.REVIVED,
                        "a restarted log is shown",
                        tale().stored("a", 1, 0).restarted(2).shown(1, "a")),
                seeded(
                        Kind.REVIVED,
                        "an expired session is shown",
                        tale().later(Duration.ofMinutes(11)).shown(1)),
                seeded(
                        Kind.REVIVED,
                        "an expired log takes a turn",
                        tale().later(Duration.ofMinutes(11)).stored("a", 1, 0)),
                seeded(
                        Kind.REVIVED,
                        "a late retry is stored in a log that had been sealed",
                        tale().lost("a", 1, 0)
                                .restarted(2)
                                .sealed(1)
                                .look(2)
                                .lost("a", 1, 0)
                                .log(1, "a")
                                .look(2)),
                seeded(
                        Kind.VANISHED,
                        "a session is absent before its end",
                        tale().stored("a", 1, 0).absent()),
                seeded(Kind.VANISHED, "a session is opened while it is alive", tale().opened("r2", "Opened", 2)),
                seeded(
                        Kind.OPENED_TWICE,
                        "two wishes open one session",
                        tale().overlapping(1).opened("r2", "AlreadyThere", 1)),
                seeded(Kind.PHANTOM, "nobody said what is shown", tale().shown(1, "a")),
                seeded(
                        Kind.REFUSED_BUT_STORED,
                        "a turn is stored although its only attempt met a conflict",
                        tale().stored("a", 1, 0).conflict("b", 1, 0, "a", 1).shown(1, "a", "b")),
                seeded(
                        Kind.FORGOTTEN,
                        "a conflict is answered for a turn that is there",
                        tale().stored("a", 1, 0).stored("b", 1, 1).conflict("b", 1, 0, "a", 2)),
                seeded(
                        Kind.ALTERED,
                        "a load shows other words",
                        tale().stored("a", 1, 0).shown(Window.latest(9), 1, 1, List.of(new Said.Seen(1, otherwise)))),
                seeded(
                        Kind.FALSE_MISMATCH,
                        "nothing else was ever sent",
                        tale().stored("a", 1, 0).append(turn("a"), at(1, 0), new Said.Mismatch(at(1, 1)))),
                seeded(
                        Kind.MISSED_MISMATCH,
                        "another payload is taken for a retry",
                        tale().stored("a", 1, 0).append(otherwise, at(1, 0), new Said.AlreadyThere(at(1, 1)))),
                seeded(
                        Kind.UNFOUNDED,
                        "a log is closed that nobody restarted",
                        tale().closed("a", 1, 0, Reason.RESTARTED)),
                seeded(Kind.UNFOUNDED, "a log expires too early", tale().closed("a", 1, 0, Reason.EXPIRED)),
                seeded(
                        Kind.UNFOUNDED,
                        "somebody else's session, and there is nobody else",
                        new Tale().call(wish("r1"), new Said.NotOpened("Live"))),
                seeded(
                        Kind.BROKEN,
                        "an exception of the memory itself",
                        tale().append(turn("a"), at(1, 0), new Said.Broken("java.lang.NullPointerException"))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("wrong")
    void every_broken_promise_is_named(Kind kind, String how, History history) {
        assertThat(Checker.check(history)).extracting(Violation::kind).contains(kind);
    }

    @Test
    void every_kind_of_violation_is_seeded_here() {
        assertThat(wrong().map(seeded -> seeded.get()[0])).contains((Object[]) Kind.values());
    }

    static Stream<Arguments> right() {
        return Stream.of(
                Arguments.of(
                        "one writer",
                        tale().stored("a", 1, 0)
                                .stored("b", 1, 1)
                                .shown(1, "a", "b")
                                .log(1, "a", "b")
                                .look(1)),
                Arguments.of(
                        "a redelivery after a conflict walk",
                        tale().stored("a", 1, 0)
                                .conflict("b", 1, 0, "a", 1)
                                .lost("b", 1, 1)
                                .there("b", 1, 0, 2)
                                .shown(1, "a", "b")
                                .log(1, "a", "b")
                                .look(1)),
                Arguments.of(
                        "a lost answer whose turn was never stored",
                        tale().lost("a", 1, 0).shown(1).log(1).look(1)),
                Arguments.of(
                        "a load that began before an append ended",
                        tale().stored("a", 1, 0).overlapping(1).shown(1)),
                Arguments.of(
                        "an eventual load that lags",
                        tale().stored("a", 1, 0)
                                .stored("b", 1, 1)
                                .shown(Window.latest(9).eventually(), 1, 1, "a")),
                Arguments.of(
                        "an eventual load that has not heard of a restart",
                        tale().stored("a", 1, 0)
                                .restarted(2)
                                .shown(Window.latest(9).eventually(), 1, 1, "a")),
                Arguments.of(
                        "a restart that closes a log",
                        tale().stored("a", 1, 0)
                                .restarted(2)
                                .closed("b", 1, 1, Reason.RESTARTED)
                                .stored("b", 2, 0)
                                .shown(2, "b")
                                .sealed(1, "a")
                                .log(2, "b")
                                .look(2)),
                Arguments.of(
                        "a transcript of a turn that two logs hold in one place",
                        tale().once("a", 1, 1)
                                .stored("b", 1, 1)
                                .restarted(2)
                                .once("a", 2, 1)
                                .told("a")),
                Arguments.of(
                        "a reclaim after the end",
                        tale().stored("a", 1, 0)
                                .later(Duration.ofMinutes(11))
                                .opened("r2", "Reclaimed", 2)
                                .closed("b", 1, 1, Reason.EXPIRED)),
                Arguments.of(
                        "a slow clock that writes on for a moment",
                        tale().later(Duration.ofMinutes(10))
                                .opened("r2", "Reclaimed", 2)
                                .on(Duration.ofSeconds(-5))
                                .stored("a", 1, 0)),
                Arguments.of(
                        "an id used twice",
                        tale().stored("a", 1, 0).append(Turn.user("a", "else"), at(1, 0), new Said.Mismatch(at(1, 1)))),
                Arguments.of(
                        "a batch as one",
                        tale().call(new Ask.Append(at(1, 0), List.of(turn("a"), turn("b"))), new Said.Stored(at(1, 2)))
                                .shown(1, "a", "b")),
                Arguments.of(
                        "expired items that are deleted in any order",
                        tale().stored("a", 1, 0)
                                .stored("b", 1, 1)
                                .log(1, "a", "b")
                                .look(1)
                                .later(Duration.ofHours(2))
                                .slots(1, slot(2, turn("b")))
                                .look(1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("right")
    void histories_that_are_right_pass(String what, Tale tale) {
        assertThat(Checker.check(tale.history())).isEmpty();
    }
}
