package dojo.lab.time;

/** A number that looks like chance and is a function of its arguments. */
final class Mix {

    private Mix() {}

    static long of(long seed, long... parts) {
        long mixed = scramble(seed);
        for (long part : parts) {
            mixed = scramble(mixed ^ part);
        }
        return mixed;
    }

    /**
     * The finaliser of SplitMix64.
     *
     * @see <a href="https://doi.org/10.1145/2714064.2660195">Steele, Lea, Flood: Fast splittable pseudorandom number
     *     generators</a>
     */
    private static long scramble(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
