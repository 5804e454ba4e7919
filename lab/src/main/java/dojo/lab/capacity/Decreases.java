package dojo.lab.capacity;

import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;

/**
 * How often the provisioned throughput of one table or index may still be lowered today.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html">Quotas</a>
 */
final class Decreases {

    @Fidelity(
            level = Level.DOCUMENTED,
            says = "Provisioned throughput may be lowered four times at the start of a day in UTC, and once more after"
                    + " each hour; at most four times are kept, so it is 27 in a day.",
            source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html",
            fact = "capacity.decreases",
            unit = "decreases at the start of a day")
    private static final int BANKED = 4;

    private static final long HOUR = 3_600_000_000L;
    private static final long DAY = 24 * HOUR;

    private long hour;
    private int left = BANKED;

    Decreases(long now) {
        hour = Math.floorDiv(now, HOUR);
    }

    /** Uses one up; false if there is none left. */
    boolean take(long now) {
        boolean some = left(now) > 0;
        left -= some ? 1 : 0;
        return some;
    }

    /** How many are left now. */
    int left(long now) {
        long thisHour = Math.floorDiv(now, HOUR);
        boolean newDay = Math.floorDiv(now, DAY) > Math.floorDiv(hour * HOUR, DAY);
        long earned = newDay ? BANKED : Math.max(0, thisHour - hour);
        left = (int) Math.min(BANKED, left + earned);
        hour = Math.max(hour, thisHour);
        return left;
    }
}
