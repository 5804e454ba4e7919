package dojo.lab.capacity;

import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import java.util.Arrays;

/**
 * The keys that lately used the throughput of a partition: one key noted for about every so many units.
 *
 * <p>From these come the share of the hottest key, the split point, and whether sort keys arrive in order. The steps
 * between notes vary, or a workload that goes round in the same rhythm would show one key only. Only the first note
 * allocates. Not safe for use by several threads.
 */
final class Samples {

    private static final int ROOM = 256;
    /** One request notes its key at most so often, so that a large one cannot fill the room. */
    private static final int MOST_OF_ONE = 8;

    @Fidelity(
            level = Level.OUR_MODEL,
            says = "A split for heat is judged by the keys of at least 32 sampled requests of a partition.")
    private static final int FEWEST_TO_JUDGE = 32;
    /** A part with less than this share of the heat is not worth a partition. */
    @Fidelity(
            level = Level.OUR_MODEL,
            says = "A partition is not split for heat if one of the parts would have less than a tenth of the heat.")
    private static final double WORTH_A_SPLIT = 0.1;
    /** Parts as even as this are good enough to keep every item collection whole. */
    @Fidelity(
            level = Level.OUR_MODEL,
            says = "A cut between two item collections is taken if its lesser part has two fifths of the heat.")
    private static final double EVEN = 0.4;

    @Fidelity(
            level = Level.OUR_MODEL,
            says = "An item collection is not cut for heat if nine in ten of its sampled sort keys come in order.")
    private static final double IN_ORDER = 0.9;

    private final double quantum;
    /** Made with the first note: many partitions never see one. */
    private long[] hashes = {};

    private long[] sorts = {};
    private int next;
    private int count;
    private double untilNext;
    private long noise;

    /** @param quantum the units from one note to the next, on average */
    Samples(double quantum, long noise) {
        this.quantum = quantum;
        this.untilNext = quantum / 2;
        this.noise = noise * 2 + 1;
    }

    void add(long hash, long sort, double units) {
        untilNext -= units;
        if (untilNext <= 0) {
            note(hash, sort);
        }
    }

    private void note(long hash, long sort) {
        for (int i = 0; i < MOST_OF_ONE && untilNext <= 0; i++) {
            keep(hash, sort);
            noise ^= noise << 13;
            noise ^= noise >>> 7;
            noise ^= noise << 17;
            untilNext += quantum * (0.5 + (noise >>> 11) * 0x1.0p-53);
        }
        if (untilNext <= 0) {
            untilNext = quantum / 2;
        }
    }

    void clear() {
        next = 0;
        count = 0;
    }

    /** Leaves to another what lies at or behind the cut. */
    void moveFrom(long hash, long sort, Samples other) {
        long[] oldHashes = new long[count];
        long[] oldSorts = new long[count];
        for (int i = 0; i < count; i++) {
            oldHashes[i] = hashes[place(i)];
            oldSorts[i] = sorts[place(i)];
        }
        clear();
        for (int i = 0; i < oldHashes.length; i++) {
            boolean behind = compare(oldHashes[i], oldSorts[i], hash, sort) >= 0;
            (behind ? other : this).keep(oldHashes[i], oldSorts[i]);
        }
    }

    private void keep(long hash, long sort) {
        if (hashes.length == 0) {
            hashes = new long[ROOM];
            sorts = new long[ROOM];
        }
        hashes[next] = hash;
        sorts[next] = sort;
        next = (next + 1) % ROOM;
        count = Math.min(count + 1, ROOM);
    }

    boolean enough() {
        return count >= FEWEST_TO_JUDGE;
    }

    /** The partition key that was noted most; 0 if none was. */
    long hottest() {
        return count == 0 ? 0 : longestRun()[0];
    }

    /** The part of the notes that are about the hottest partition key, from 0 to 1. */
    double hottestShare() {
        return count == 0 ? 0 : longestRun()[1] / (double) count;
    }

    /** Where to cut so that the parts are as even as can be, if a cut helps at all. */
    HeatSplit split(boolean wholeCollections) {
        long[][] keys = sorted();
        int boundary = mostEven(keys, true);
        if (share(boundary) >= EVEN) {
            return at(keys[boundary][0], Long.MIN_VALUE, boundary);
        }
        int inside = mostEven(keys, false);
        boolean cutsCollection = share(inside) >= WORTH_A_SPLIT && keys[inside][0] == keys[inside - 1][0];
        boolean inOrder = cutsCollection && inOrder(keys[inside][0]);
        if (cutsCollection && !wholeCollections && !inOrder) {
            return at(keys[inside][0], keys[inside][1], inside);
        }
        if (share(boundary) >= WORTH_A_SPLIT) {
            return at(keys[boundary][0], Long.MIN_VALUE, boundary);
        }
        if (!cutsCollection) {
            return new HeatSplit.Useless(HeatSplit.Reason.SINGLE_ITEM);
        }
        return new HeatSplit.Useless(
                wholeCollections ? HeatSplit.Reason.COLLECTION_WITH_LOCAL_INDEX : HeatSplit.Reason.SEQUENTIAL_KEYS);
    }

    private HeatSplit at(long hash, long sort, int cut) {
        return new HeatSplit.At(hash, sort, share(cut));
    }

    /** The share of the smaller part if the cut is before the i-th sorted note. */
    private double share(int cut) {
        return count == 0 ? 0 : Math.min(cut, count - cut) / (double) count;
    }

    /** The place nearest to the middle where one key ends and another begins; 0 if there is none. */
    private static int mostEven(long[][] keys, boolean betweenCollections) {
        int best = 0;
        for (int i = 1; i < keys.length; i++) {
            boolean differs = keys[i][0] != keys[i - 1][0] || (!betweenCollections && keys[i][1] != keys[i - 1][1]);
            if (differs && Math.abs(2 * i - keys.length) < Math.abs(2 * best - keys.length)) {
                best = i;
            }
        }
        return best;
    }

    /** Whether the sort keys of this partition key rise, or fall, nearly always from one note to the next. */
    private boolean inOrder(long hash) {
        int rises = 0;
        int falls = 0;
        long last = 0;
        boolean first = true;
        for (int i = 0; i < count; i++) {
            if (hashes[place(i)] != hash) {
                continue;
            }
            long sort = sorts[place(i)];
            rises += !first && sort > last ? 1 : 0;
            falls += !first && sort < last ? 1 : 0;
            last = sort;
            first = false;
        }
        return Math.max(rises, falls) >= IN_ORDER * (rises + falls);
    }

    private long[] longestRun() {
        long[][] keys = sorted();
        long[] best = {keys[0][0], 0};
        int run = 0;
        for (int i = 0; i < keys.length; i++) {
            boolean same = i > 0 && keys[i][0] == keys[i - 1][0];
            run = same ? run + 1 : 1;
            if (run > best[1]) {
                best = new long[] {keys[i][0], run};
            }
        }
        return best;
    }

    private long[][] sorted() {
        long[][] keys = new long[count][];
        for (int i = 0; i < count; i++) {
            keys[i] = new long[] {hashes[i], sorts[i]};
        }
        Arrays.sort(keys, (a, b) -> compare(a[0], a[1], b[0], b[1]));
        return keys;
    }

    /** Where the i-th oldest note stands. */
    private int place(int i) {
        return count < ROOM ? i : (next + i) % ROOM;
    }

    private static int compare(long hash, long sort, long otherHash, long otherSort) {
        int byHash = Long.compareUnsigned(hash, otherHash);
        return byHash != 0 ? byHash : Long.compare(sort, otherSort);
    }
}
