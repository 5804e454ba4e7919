package dojo.lab.capacity;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys with the largest sums, in a space that does not grow: the Space-Saving algorithm (Metwally, Agrawal, El
 * Abbadi, "Efficient computation of frequent and top-k elements in data streams", 2005). A newcomer takes the place and
 * the sum of the smallest, so a sum may be too large, never too small. Not safe for use by several threads.
 */
final class TopKeys {

    private static final int ROOM = 256;

    private final Map<String, double[]> sums = new HashMap<>();

    void add(String key, double amount) {
        double[] sum = sums.get(key);
        if (sum == null) {
            sum = new double[] {sums.size() < ROOM ? 0 : evicted()};
            sums.put(key, sum);
        }
        sum[0] += amount;
    }

    private double evicted() {
        String smallest = "";
        double least = Double.POSITIVE_INFINITY;
        for (Map.Entry<String, double[]> entry : sums.entrySet()) {
            if (entry.getValue()[0] < least) {
                least = entry.getValue()[0];
                smallest = entry.getKey();
            }
        }
        sums.remove(smallest);
        return least;
    }

    /** The largest first; equal ones in the order of their keys. */
    List<TopKey> largest(int most) {
        return sums.entrySet().stream()
                .map(entry -> new TopKey(entry.getKey(), entry.getValue()[0]))
                .sorted(Comparator.comparingDouble(TopKey::amount).reversed().thenComparing(TopKey::key))
                .limit(most)
                .toList();
    }

    void clear() {
        sums.clear();
    }
}
