package dojo.session.rivals;

import dojo.lab.bill.Bill;
import dojo.lab.bill.Prices;

/** What one chat turn costs on average. */
record Figures(double writeUnits, double readUnits, double requests, double bytes) {
    /** What one range of keys takes, and so one session at most. */
    private static final double WRITE_UNITS_A_SECOND = 1_000;

    private static final double READ_UNITS_A_SECOND = 3_000;

    static Figures between(Bill before, Bill after, long bytes, int turns) {
        return new Figures(
                (after.writeUnits() - before.writeUnits()) / turns,
                (after.readUnits() - before.readUnits()) / turns,
                (double) (after.requests() - before.requests()) / turns,
                (double) bytes / turns);
    }

    /** US dollars for a million chat turns. */
    double millionTurns(Prices prices) {
        return prices.ofMillions(writeUnits, readUnits);
    }

    /**
     * How many chat turns a second the session's partition takes.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html">AWS:
     *     limits of a partition</a>
     */
    double mostTurnsASecond() {
        return Math.min(WRITE_UNITS_A_SECOND / writeUnits, READ_UNITS_A_SECOND / readUnits);
    }
}
