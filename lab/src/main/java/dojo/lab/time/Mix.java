package dojo.lab.time;

/** A number that looks like chance and is a function of its arguments. */
public final class Mix {

    /** The step from one state to the next: the golden ratio in 64 bits. */
    public static final long STEP = 0x9e3779b97f4a7c15L;

    private Mix() {}

    static long of(long seed, long... parts) {
        long mixed = scramble(seed);
        for (long part : parts) {
            mixed = scramble(mixed ^ part);
        }
        return mixed;
    }

    private static long scramble(long value) {
        return finished(value + STEP);
    }

    /**
     * The finaliser of SplitMix64.
     *
     * @see <a href="https://doi.org/10.1145/2714064.2660195">Steele, Lea, Flood: Fast splittable pseudorandom number
     *     generators</a>
     */
    public static long finished(long state) {
        long z = state;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
