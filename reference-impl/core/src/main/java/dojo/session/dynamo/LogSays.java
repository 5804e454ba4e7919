package dojo.session.dynamo;

import dojo.session.Append;
import dojo.session.Turn;
import dojo.session.dynamo.WalkLog.Walked;
import dojo.session.work.Work;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a log, walked to its end, says of some turns: none of them stands in it, all of them do, or the first do. */
final class LogSays {
    private LogSays() {}

    /**
     * The answer to an append.
     *
     * @param log a position in the log that was walked
     * @param rest appends the turns that follow a stored beginning, if nobody spoke after it
     * @param sealed what to do if the log is closed and not all turns stand in it
     * @param nothing what to do if the log holds nothing at all from the first place on
     */
    static Work<Append> of(
            Token log,
            List<Turn> turns,
            Walked walked,
            BiFunction<Token, List<Turn>, Work<Append>> rest,
            Function<Slot, Work<Append>> sealed,
            Supplier<Work<Append>> nothing) {
        List<Slot> found = walked.found();
        for (int i = 0; i < found.size(); i++) {
            Slot slot = found.get(i);
            if (!slot.holds(turns.get(i).id()) || !slot.holdsPayloadOf(turns.get(i))) {
                return Work.billed(bill -> new Append.Mismatch(place(log, slot), bill));
            }
        }
        Token tail = log.at(walked.last());
        if (found.size() == turns.size()) {
            Token last = place(log, found.get(found.size() - 1));
            return Work.billed(bill -> new Append.AlreadyThere(last, bill));
        }
        if (walked.seal().isPresent()) {
            return sealed.apply(walked.seal().get());
        }
        if (found.isEmpty()) {
            return walked.first()
                    .map(theirs -> Work.<Append>billed(bill -> new Append.Conflict(theirs, tail, bill)))
                    .orElseGet(nothing);
        }
        boolean endsWithMine = found.get(found.size() - 1).position() == walked.last();
        return endsWithMine
                ? rest.apply(tail, turns.subList(found.size(), turns.size()))
                : Work.billed(bill -> new Append.Partly(found.size(), tail, bill));
    }

    private static Token place(Token log, Slot slot) {
        return log.in(slot.epoch()).at(slot.position());
    }
}
