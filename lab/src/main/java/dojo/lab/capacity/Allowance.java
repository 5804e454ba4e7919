package dojo.lab.capacity;

/**
 * What a whole table, or a whole index, may use of one kind of access; its partitions have limits of their own.
 *
 * <p>Provisioned: tokens that global admission control hands out every few seconds, with a burst of unused ones.
 * On demand: what the table is warm for, which is twice its previous peak, below a quota and a maximum.
 *
 * @see <a href="https://www.usenix.org/conference/atc22/presentation/elhemali">Amazon DynamoDB, USENIX ATC 2022,
 *     section 4.2</a>
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html">On-demand
 *     capacity mode</a>
 */
final class Allowance {

    private final double start;
    private final double quota;
    private final double depthSeconds;
    private final long refill;
    /** Whether each partition has its own part of the throughput instead. */
    private final boolean allocatedBelow;

    private boolean onDemand;
    private double rate;
    private double warm;
    private double ownersMaximum = Double.POSITIVE_INFINITY;
    private Bucket provisioned = Bucket.unlimited();
    private Bucket maximum = Bucket.unlimited();
    private final Bucket account;
    private Bucket warmed = Bucket.unlimited();

    private double minuteUnits;
    /** The use of the latest minutes, those that are not yet a previous peak. */
    private final double[] minutes;

    private int minute;
    private double previousPeak;

    Allowance(CapacitySettings settings, Access access, long now) {
        start = settings.onDemandStart(access);
        quota = settings.tableQuota(access);
        refill = Capacity.micros(settings.refill());
        // What was handed out last is not unused yet.
        depthSeconds = (Capacity.micros(settings.burst()) + refill) / 1e6;
        allocatedBelow = !settings.adaptive();
        account = new Bucket(quota, quota, quota, 1, now);
        minutes = new double[(int) settings.doubling().toMinutes()];
    }

    Admission admit(long now) {
        if (!onDemand) {
            return provisioned.hasTokens(now) ? Admission.ADMITTED : Admission.PROVISIONED;
        }
        if (!maximum.hasTokens(now)) {
            return Admission.ON_DEMAND_MAXIMUM;
        }
        if (!account.hasTokens(now)) {
            return Admission.ACCOUNT_LIMIT;
        }
        return warmed.hasTokens(now) ? Admission.ADMITTED : Admission.GROWTH;
    }

    void settle(double units) {
        if (onDemand) {
            maximum.take(units);
            account.take(units);
            warmed.take(units);
        } else {
            provisioned.take(units);
        }
        minuteUnits += units;
    }

    void provision(double perSecond, long now) {
        if (allocatedBelow) {
            provisioned = Bucket.unlimited();
        } else if (onDemand || rate == 0) {
            double first = perSecond * refill / 1e6;
            provisioned = new Bucket(perSecond, perSecond * depthSeconds, first, refill, now);
        } else {
            provisioned.reshape(perSecond, perSecond * depthSeconds, now);
        }
        onDemand = false;
        rate = perSecond;
        warm = Math.max(warm, perSecond);
    }

    /** @param perSecond the maximum that the owner sets; infinite for none */
    void onDemand(double perSecond, long now) {
        warm = Math.max(warm, start);
        if (!onDemand) {
            warmed = new Bucket(warm, warm, warm, 1, now);
        }
        onDemand = true;
        limit(perSecond, now);
    }

    /** Sets, changes or, if infinite, lifts the maximum of the owner. */
    void limit(double perSecond, long now) {
        ownersMaximum = perSecond;
        double depth = perSecond * refill / 1e6;
        maximum = Double.isInfinite(perSecond) ? Bucket.unlimited() : new Bucket(perSecond, depth, depth, refill, now);
    }

    /** Makes it ready for this much at once; less than it is ready for changes nothing. */
    void warm(double perSecond, long now) {
        if (perSecond > warm) {
            warm = perSecond;
            if (onDemand) {
                warmed.reshape(warm, warm, now);
            }
        }
    }

    /** Ends a minute, and returns the units a second that it used. */
    double endMinute(long now) {
        double perSecond = minuteUnits / 60;
        minuteUnits = 0;
        previousPeak = Math.max(previousPeak, minutes[minute]);
        // The tokens of its first second may lift a minute a little above what the table can keep up.
        minutes[minute] = Math.min(perSecond, warm);
        minute = (minute + 1) % minutes.length;
        if (onDemand) {
            warm(2 * previousPeak, now);
        }
        return perSecond;
    }

    /** The units a second that a refusal was about. */
    double limit(Admission refused) {
        return switch (refused) {
            case PROVISIONED -> rate;
            case ACCOUNT_LIMIT -> quota;
            case ON_DEMAND_MAXIMUM -> ownersMaximum;
            default -> warm;
        };
    }

    boolean isOnDemand() {
        return onDemand;
    }

    /** The provisioned units a second; 0 on demand. */
    double provisioned() {
        return onDemand ? 0 : rate;
    }

    /** The units a second that it can serve at once, or could if they were provisioned. */
    double warm() {
        return warm;
    }
}
