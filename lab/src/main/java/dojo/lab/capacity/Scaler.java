package dojo.lab.capacity;

import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;

/** Follows one kind of access minute by minute, and says when the provisioned throughput should change. */
final class Scaler {

    /** Nothing is to change. */
    static final double STAY = -1;

    @Fidelity(
            level = Level.DOCUMENTED,
            says = "Auto scaling raises the throughput after two consecutive minutes above the target.",
            source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html",
            fact = "scaling.minutes-above",
            unit = "minutes")
    private static final int MINUTES_ABOVE = 2;

    @Fidelity(
            level = Level.DOCUMENTED,
            says = "Auto scaling lowers the throughput after fifteen consecutive low minutes.",
            source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html",
            fact = "scaling.minutes-below",
            unit = "minutes")
    private static final int MINUTES_BELOW = 15;

    @Fidelity(
            level = Level.OUR_MODEL,
            says = "A minute is low for auto scaling when it uses less than four fifths of the target.")
    private static final double LOW = 0.8;

    private final Scaling policy;
    private final long takes;
    private int above;
    private int below;
    private double wanted = STAY;
    private long due;

    /** @param takes microseconds from the decision to the change */
    Scaler(Scaling policy, long takes) {
        this.policy = policy;
        this.takes = takes;
    }

    /** Ends a minute; the throughput that is due to be provisioned now, or {@link #STAY}. */
    double minute(double perSecond, double provisioned, long now) {
        if (wanted != STAY) {
            return now >= due ? applied() : STAY;
        }
        double use = perSecond / provisioned;
        above = use > policy.target() ? above + 1 : 0;
        below = use < policy.target() * LOW ? below + 1 : 0;
        if (above >= MINUTES_ABOVE || below >= MINUTES_BELOW) {
            // A hair above a whole number is the work of binary fractions.
            double fitting = Math.ceil(perSecond / policy.target() - 1e-9);
            double within = Math.max(policy.least(), Math.min(policy.most(), fitting));
            above = 0;
            below = 0;
            if (within != provisioned) {
                wanted = within;
                due = now + takes;
            }
        }
        return STAY;
    }

    private double applied() {
        double now = wanted;
        wanted = STAY;
        return now;
    }
}
