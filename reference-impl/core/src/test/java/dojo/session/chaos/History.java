package dojo.session.chaos;

import dojo.session.SessionId;
import dojo.session.dynamo.Raw;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened to one session: the calls in the order of their ends, and now and then what the table held.
 *
 * @param looks in their order; no call was under way while one was taken
 */
record History(SessionId session, List<Op> ops, List<Look> looks) {

    /** What the table held when {@code at} was the latest of all beginnings and ends. */
    record Look(long at, Instant time, Raw.Stored stored) {}

    History {
        ops = List.copyOf(ops);
        looks = List.copyOf(looks);
    }

    /** The first calls, and what was seen while there were no others. */
    History prefix(int calls) {
        List<Op> first = ops.subList(0, calls);
        long end = calls == ops.size() ? Long.MAX_VALUE : ops.get(calls).span().ended();
        return new History(
                session, first, looks.stream().filter(look -> look.at() < end).toList());
    }

    History without(Op op) {
        List<Op> rest = new ArrayList<>(ops);
        rest.remove(op);
        return new History(session, rest, looks);
    }
}
