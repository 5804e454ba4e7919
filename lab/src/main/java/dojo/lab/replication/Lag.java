package dojo.lab.replication;

import dojo.lab.law.Dice;
import java.time.Duration;

/** Log-normally distributed lags with the given median, of which 99 in 100 are not longer than the tail. */
record Lag(Duration median, Duration tail) {

    /** The 99th percentile of the standard normal distribution. */
    private static final double Z99 = 2.3263478740408408;

    /** The lag of one change of this item on its way to this replica; always zero if the median is. */
    Duration draw(Dice dice, Replica replica, String key) {
        if (median.isZero()) {
            return Duration.ZERO;
        }
        double sigma = Math.log((double) tail.toNanos() / median.toNanos()) / Z99;
        double factor = Math.exp(sigma * normal(dice, "lag of " + replica, key));
        return Duration.ofNanos((long) (median.toNanos() * factor));
    }

    /** Box and Muller, "A note on the generation of random normal deviates", 1958. */
    private static double normal(Dice dice, String operation, String key) {
        double radius = Math.sqrt(-2 * Math.log(1 - dice.roll(ReplicationLaw.NAME, operation, key)));
        return radius * Math.cos(2 * Math.PI * dice.roll(ReplicationLaw.NAME, operation, key));
    }
}
