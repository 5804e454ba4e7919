package dojo.session.chaos;

import dojo.session.chaos.Violation.Kind;
import dojo.session.dynamo.Raw.Where;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An answer that had to be fresh knows all that was known before it was asked for. */
record FreshnessRules(Evidence evidence, Complaints complaints) {

    /** A place that is known to be taken, since when and by which call. */
    private record Known(Where place, Op op) {}

    /** How many answers were behind, and were allowed to be. */
    long check() {
        long stale = 0;
        List<Known> known = new ArrayList<>();
        for (Op op : evidence.history.ops()) {
            Where tail = evidence.tails.get(op);
            if (tail != null) {
                known.add(new Known(tail, op));
            }
        }
        known.sort(Comparator.comparingLong(one -> one.op().span().ended()));
        List<Op> asked = evidence.history.ops().stream()
                .sorted(Comparator.comparingLong(op -> op.span().begun()))
                .toList();
        Map<Long, Known> furthest = new HashMap<>();
        int next = 0;
        for (Op op : asked) {
            while (next < known.size() && known.get(next).op().before(op)) {
                Known one = known.get(next++);
                furthest.merge(
                        one.place().epoch(),
                        one,
                        (a, b) -> a.place().number() >= b.place().number() ? a : b);
            }
            stale += behind(op, furthest) ? 1 : 0;
        }
        return stale;
    }

    private boolean behind(Op op, Map<Long, Known> furthest) {
        Where tail = evidence.tails.get(op);
        if (tail == null) {
            return false;
        }
        Known before = furthest.get(tail.epoch());
        boolean behind = before != null && before.place().number() > tail.number();
        if (op.ask() instanceof Ask.Load load && !load.strong()) {
            return behind || furthest.keySet().stream().anyMatch(epoch -> epoch > tail.epoch());
        }
        boolean strong = op.said() instanceof Said.Conflict
                || op.said() instanceof Said.Partly
                || op.ask() instanceof Ask.Load
                || (op.said() instanceof Said.Told told && !told.more());
        if (before != null && behind && strong) {
            complaints.add(
                    Kind.STALE,
                    "call " + op.number(),
                    "its log ends at %s, but call %d had told of %s before it began",
                    tail,
                    before.op().number(),
                    before.place());
        }
        return false;
    }
}
