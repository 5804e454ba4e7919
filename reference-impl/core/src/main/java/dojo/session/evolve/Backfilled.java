package dojo.session.evolve;

import dojo.session.Bill;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a backfill did, over all its runs. Immutable.
 *
 * @param changed items brought to their newest version
 * @param current items that were of that version, also those that a page changed before it crashed
 * @param gone items that somebody deleted meanwhile
 * @param busy items that somebody else changed again and again; another run brings them along
 * @param left items that were left as they are, by reason
 * @param bill what it cost; after a crash at least, as the cost of the page it cut short is not known
 */
public record Backfilled(End end, long changed, long current, long gone, long busy, Map<String, Long> left, Bill bill) {
    static final String CHANGED = "changed";
    static final String CURRENT = "current";
    static final String GONE = "gone";
    static final String BUSY = "busy";
    static final String LEFT = "left: ";

    public Backfilled {
        left = Map.copyOf(left);
    }

    /** Why a run ended. */
    public enum End {
        /** Every item was visited. */
        FINISHED,
        /** The time was over; run it again. */
        PAUSED,
        /** Another run of this name goes on. */
        HANDED_OVER
    }

    static Backfilled of(Progress progress) {
        Map<String, Long> left = new TreeMap<>();
        progress.counts().forEach((label, count) -> {
            if (label.startsWith(LEFT)) {
                left.put(label.substring(LEFT.length()), count);
            }
        });
        return new Backfilled(
                End.valueOf(progress.end().name()),
                progress.count(CHANGED),
                progress.count(CURRENT),
                progress.count(GONE),
                progress.count(BUSY),
                left,
                progress.bill());
    }
}
