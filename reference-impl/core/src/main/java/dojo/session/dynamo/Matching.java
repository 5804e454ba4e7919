package dojo.session.dynamo;

import dojo.session.dynamo.View.Entry;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import software.amazon.awssdk.core.SdkBytes;

/**
 * Finds for each turn of a wanted list a place of the log that holds the same payload; each place is used once.
 *
 * <p>Which of several equal turns is taken does not change the list. From the end backwards, the places stay in their
 * order for as long as they can, which keeps the view short: a window that has moved on is one span.
 */
final class Matching {
    private Matching() {}

    /** The index of a known entry for each wanted digest, or -1 where none is left. */
    static int[] of(List<Entry> known, List<SdkBytes> wanted) {
        Map<SdkBytes, TreeSet<Integer>> free = new HashMap<>();
        for (int i = 0; i < known.size(); i++) {
            free.computeIfAbsent(known.get(i).digest(), digest -> new TreeSet<>())
                    .add(i);
        }
        int[] found = new int[wanted.size()];
        Arrays.fill(found, -1);
        int before = known.size();
        for (int i = wanted.size() - 1; i >= 0; i--) {
            TreeSet<Integer> same = free.getOrDefault(wanted.get(i), new TreeSet<>());
            if (!same.isEmpty()) {
                Integer lower = same.lower(before);
                before = lower == null ? same.last() : lower;
                same.remove(before);
                found[i] = before;
            }
        }
        return found;
    }
}
