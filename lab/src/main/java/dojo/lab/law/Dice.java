package dojo.lab.law;

import dojo.lab.time.Mix;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Chance that can be repeated: each roll is a hash of the seed, of who rolls, for what, and how often before.
 *
 * <p>There is no stream that all share, so what one key meets does not depend on how the requests of others interleave.
 * Safe for use by many threads.
 */
public final class Dice {

    /** A power of two. Keys that meet in a slot share its count, which costs them nothing but independence of order. */
    private static final int SLOTS = 1 << 16;

    private final long seed;
    private final AtomicLongArray rolls = new AtomicLongArray(SLOTS);

    public Dice(long seed) {
        this.seed = seed;
    }

    /** The seed, to be named wherever an outcome is to be repeated. */
    public long seed() {
        return seed;
    }

    /** A number from 0 inclusive to 1 exclusive: the next one of this law for this operation on this key. */
    public double roll(String law, String operation, String key) {
        long who = mix(mix(mix(seed, law.hashCode()), operation.hashCode()), hash(key));
        long before = rolls.getAndIncrement((int) (who >>> 48) & (SLOTS - 1));
        return (mix(who, before) >>> 11) * 0x1.0p-53;
    }

    private static long hash(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash;
    }

    private static long mix(long state, long value) {
        return Mix.finished(state + (value + 1) * Mix.STEP);
    }
}
