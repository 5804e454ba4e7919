package dojo.lab.capacity;

import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Numbers for sort keys, in the order of the sort keys, that never change: what lets a partition be cut inside an item
 * collection although keys are of any length. Not safe for use by several threads.
 */
final class SortPlaces {

    /** What came after all others so far is this far behind them, which leaves room to come between. */
    private static final long STEP = 1L << 32;

    @Fidelity(
            level = Level.OUR_MODEL,
            says = "Item collections are cut between the sort keys seen so far, of which 200,000 are remembered for a"
                    + " table or an index.")
    private static final int MOST = 200_000;

    private final Map<Long, TreeMap<SortKey, Long>> collections = new HashMap<>();
    private int known;

    long place(long hash, SortKey key) {
        TreeMap<SortKey, Long> places = collections.computeIfAbsent(hash, first -> new TreeMap<>());
        Long place = places.get(key);
        if (place != null) {
            return place;
        }
        Map.Entry<SortKey, Long> before = places.lowerEntry(key);
        Map.Entry<SortKey, Long> after = places.higherEntry(key);
        long given = between(before, after);
        if (known < MOST) {
            places.put(key, given);
            known++;
        } else if (places.isEmpty()) {
            collections.remove(hash);
        }
        return given;
    }

    private static long between(Map.Entry<SortKey, Long> before, Map.Entry<SortKey, Long> after) {
        if (before == null && after == null) {
            return 0;
        }
        if (after == null) {
            return before.getValue() + STEP;
        }
        if (before == null) {
            return after.getValue() - STEP;
        }
        // Once no number is left between two keys, a newcomer shares the place of the lower one.
        return before.getValue() + (after.getValue() - before.getValue()) / 2;
    }
}
