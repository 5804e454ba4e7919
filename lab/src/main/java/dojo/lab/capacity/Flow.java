package dojo.lab.capacity;

/** One kind of access to one partition: its limits, and what is known of its use. Not safe for several threads. */
final class Flow {

    private final double cap;
    private final Bucket ceiling;
    /** The partition's own part of the provisioned throughput, where tables are allocated the way of old. */
    private final Bucket allocated;

    private final Samples samples;
    private double ticking;
    private double lastTick;
    private double minute;
    private int hotMinutes;
    private long throttles;

    /** @param cap the units a second that no partition exceeds */
    Flow(double cap, Bucket allocated, long noise, long now) {
        this.cap = cap;
        // A second's worth at most: what a partition does not use in a second it cannot use later.
        this.ceiling = new Bucket(cap, cap, cap, 1, now);
        this.allocated = allocated;
        this.samples = new Samples(cap / 4, noise);
    }

    /** That of a new partition, to which nothing is allocated yet. */
    static Flow of(CapacitySettings settings, Access access, int partition, long now) {
        double cap = settings.partitionCap(access);
        return new Flow(
                cap, settings.adaptive() ? Bucket.unlimited() : new Bucket(0, cap, cap, 1, now), partition, now);
    }

    Admission admit(long now) {
        if (!allocated.hasTokens(now)) {
            throttles++;
            return Admission.PROVISIONED;
        }
        if (!ceiling.hasTokens(now)) {
            throttles++;
            return Admission.KEY_RANGE;
        }
        return Admission.ADMITTED;
    }

    /** Whether it would refuse now; unlike asking it to admit, looking is not counted. */
    boolean isSpent(long now) {
        return !allocated.hasTokens(now) || !ceiling.hasTokens(now);
    }

    void settle(long hash, long sort, double units) {
        ceiling.take(units);
        allocated.take(units);
        ticking += units;
        samples.add(hash, sort, units);
    }

    /** The table as a whole had no more. */
    void throttledAbove() {
        throttles++;
    }

    void allocate(double perSecond, double depth, long now) {
        allocated.reshape(perSecond, depth, now);
    }

    void tick() {
        minute += ticking;
        lastTick = ticking;
        ticking = 0;
    }

    /** Ends a minute, and says for how many minutes on end at least this share of the cap has been used. */
    int minute(double share) {
        hotMinutes = minute / 60 >= share * cap ? hotMinutes + 1 : 0;
        if (minute == 0) {
            samples.clear();
        }
        minute = 0;
        return hotMinutes;
    }

    /** Units a second over about the last tick. */
    double rate(double partOfTick, double tickSeconds) {
        return (lastTick * (1 - partOfTick) + ticking) / tickSeconds;
    }

    Samples samples() {
        return samples;
    }

    long throttles() {
        return throttles;
    }

    /** Gives the other what belongs behind the cut. */
    void split(long hash, long sort, Flow behind) {
        samples.moveFrom(hash, sort, behind.samples);
        hotMinutes = 0;
    }
}
