package dojo.session.evolve;

import dojo.session.Bill;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a walk came, over all its runs.
 *
 * @param bill what the pages that were finished cost; a page cut short by a crash is not on it, and neither is the last
 *     saving of each segment
 */
record Progress(Map<String, Long> counts, Bill bill, End end) {
    static final Progress NONE = new Progress(Map.of(), Bill.ZERO, End.FINISHED);

    /** Why it ended, the gravest last. */
    enum End {
        FINISHED,
        PAUSED,
        HANDED_OVER
    }

    Progress plus(Progress more) {
        Map<String, Long> sum = new TreeMap<>(counts);
        more.counts.forEach((label, count) -> sum.merge(label, count, Long::sum));
        return new Progress(sum, bill.plus(more.bill), end.compareTo(more.end) > 0 ? end : more.end);
    }

    long count(String label) {
        return counts.getOrDefault(label, 0L);
    }
}
