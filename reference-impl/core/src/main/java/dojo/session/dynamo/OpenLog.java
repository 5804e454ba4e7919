package dojo.session.dynamo;

import dojo.session.Append;
import dojo.session.Turn;
import dojo.session.work.Work;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Lets a writer go on if its session is alive, and at home in this Region.
 *
 * <p>While the position itself knows that, nothing is asked. When it only knows that the session was to end by now, or
 * that it was at home elsewhere, META tells whether somebody extended it or moved it here.
 */
final class OpenLog {
    private final Home home;
    private final ReadMeta metas;
    private final MovedLog moved;

    OpenLog(String table, Home home) {
        this.home = home;
        this.metas = new ReadMeta(table);
        this.moved = new MovedLog(table);
    }

    /** Goes on with the position, refreshed if META had to be read, or answers why this log takes no turn. */
    Work<Append> at(Token expected, List<Turn> turns, BiFunction<Token, List<Turn>, Work<Append>> next) {
        return Work.now().then(now -> {
            if (expected.life().ended(now)) {
                return closed(Append.Reason.EXPIRED);
            }
            return home.is(expected.home()) && !expected.life().expired(now)
                    ? next.apply(expected, turns)
                    : metas.of(expected.session(), true).then(meta -> asMetaSays(meta, expected, turns, next));
        });
    }

    /** A seal ends the log: it was given up, or it goes on where META says. */
    Work<Append> sealed(Slot seal, Token expected, List<Turn> turns, BiFunction<Token, List<Turn>, Work<Append>> next) {
        if (seal.kind() == Kind.ERASED) {
            return closed(Append.Reason.ERASED);
        }
        return seal.movedTo().isEmpty()
                ? closed(Append.Reason.RESTARTED)
                : metas.of(expected.session(), true).then(meta -> asMetaSays(meta, expected, turns, next));
    }

    private Work<Append> asMetaSays(
            Optional<Meta> meta, Token expected, List<Turn> turns, BiFunction<Token, List<Turn>, Work<Append>> next) {
        if (meta.isEmpty()) {
            return closed(Append.Reason.EXPIRED);
        }
        Meta head = meta.get();
        if (!home.isOf(head)) {
            return Work.billed(bill -> new Append.Elsewhere(head.home(), bill));
        }
        if (head.epoch() == expected.epoch()) {
            return next.apply(head.start().at(expected.position()), turns);
        }
        return head.continues(expected.epoch())
                ? moved.append(head, expected, turns, next)
                : closed(Append.Reason.RESTARTED);
    }

    private static Work<Append> closed(Append.Reason reason) {
        return Work.billed(bill -> new Append.Closed(reason, bill));
    }
}
