package dojo.lab.capacity;

/**
 * Where a partition key lies in the space that partitions divide among them.
 *
 * <p>The service's hash function is not published; this one spreads as evenly: FNV-1a over the characters, mixed by the
 * finaliser of MurmurHash3 (Austin Appleby, public domain).
 */
public final class KeyHash {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private KeyHash() {}

    /** The place of this key, an unsigned number of 64 bits. */
    public static long of(CharSequence key) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * FNV_PRIME;
        }
        return mix(hash);
    }

    /** The place of the n-th of many made-up keys. */
    public static long of(long key) {
        return mix(key + 0x9E3779B97F4A7C15L);
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 33)) * 0xff51afd7ed558ccdL;
        z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return z ^ (z >>> 33);
    }
}
