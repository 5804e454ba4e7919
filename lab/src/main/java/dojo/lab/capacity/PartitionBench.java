package dojo.lab.capacity;

/** Measures how many requests a second the partition law decides on one core, without a store. */
public final class PartitionBench {

    private static final int KEYS = 1 << 16;
    private static final double UNITS = 1.5;
    /** In simulated time: about twice what the table serves, so both answers are as frequent. */
    private static final long MICROS_BETWEEN_REQUESTS = 10;

    private PartitionBench() {}

    /**
     * Decides so many requests, and returns how many a second that was: each is found its partition, admitted or
     * refused, and settled if admitted.
     *
     * @throws IllegalArgumentException if there is nothing to decide
     */
    public static double run(long decisions) {
        if (decisions < 1) {
            throw new IllegalArgumentException(
                    "There are " + decisions + " decisions to measure. Ask for at least 1; 100,000,000 take seconds.");
        }
        long[] hashes = new long[KEYS];
        for (int i = 0; i < KEYS; i++) {
            hashes[i] = KeyHash.of(i);
        }
        Capacity capacity = Capacity.provisioned(CapacitySettings.real(), 40_000, 40_000, false, said -> {}, 0);
        long start = System.nanoTime();
        decide(capacity, hashes, decisions);
        return decisions / ((System.nanoTime() - start) / 1e9);
    }

    private static void decide(Capacity capacity, long[] hashes, long decisions) {
        for (long i = 0; i < decisions; i++) {
            long hash = hashes[(int) (i & (KEYS - 1))];
            long now = i * MICROS_BETWEEN_REQUESTS;
            Access access = (i & 1) == 0 ? Access.READ : Access.WRITE;
            int partition = capacity.partition(hash, 0);
            if (capacity.admit(access, partition, now) == Admission.ADMITTED) {
                capacity.settle(access, partition, hash, 0, UNITS);
            }
        }
    }
}
