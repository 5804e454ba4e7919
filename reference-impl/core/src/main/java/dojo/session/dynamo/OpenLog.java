package dojo.session.dynamo;

import dojo.session.Append;
import dojo.session.dynamo.Items.Meta;
import dojo.session.work.Work;
import java.util.Optional;
import java.util.function.Function;

/**
 * Lets a writer go on if its session is alive.
 *
 * <p>While the position itself knows that, nothing is asked. When it only knows that the session was to end by now,
 * META tells whether somebody extended it.
 */
final class OpenLog {
    private final ReadMeta metas;

    OpenLog(String table) {
        this.metas = new ReadMeta(table);
    }

    /** Goes on with the position, refreshed if META had to be read, or answers that the log is closed. */
    Work<Append> at(Token expected, Function<Token, Work<Append>> next) {
        return Work.now().then(now -> {
            if (!expected.life().expired(now)) {
                return next.apply(expected);
            }
            if (expected.life().ended(now)) {
                return closed(Append.Reason.EXPIRED);
            }
            return metas.of(expected.session(), true).then(meta -> extended(meta, expected, next));
        });
    }

    private static Work<Append> extended(Optional<Meta> meta, Token expected, Function<Token, Work<Append>> next) {
        if (meta.isEmpty()) {
            return closed(Append.Reason.EXPIRED);
        }
        if (meta.get().epoch() != expected.epoch()) {
            return closed(Append.Reason.RESTARTED);
        }
        return next.apply(meta.get().start().at(expected.position()));
    }

    private static Work<Append> closed(Append.Reason reason) {
        return Work.billed(bill -> new Append.Closed(reason, bill));
    }
}
