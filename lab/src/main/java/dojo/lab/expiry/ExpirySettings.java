package dojo.lab.expiry;

import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import java.time.Duration;

/**
 * How long the service takes over time to live.
 *
 * @param averageLag how long after its expiry an item would be deleted on average, were there no bound; zero deletes at
 *     once
 * @param longestLag no item waits longer than this; with a much longer average, nearly every item waits just this long
 * @param changeTakes how long enabling or disabling takes; meanwhile no other change is accepted
 * @param lingering for how long after it was disabled items are still deleted
 */
public record ExpirySettings(
        @Fidelity(level = Level.OUR_MODEL, says = "The time between expiry and deletion is exponentially distributed.")
        Duration averageLag,

        @Fidelity(
                level = Level.DOCUMENTED,
                says = "Expired items are deleted within a few days; no upper bound is given.",
                source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html")
        @Fidelity(
                level = Level.OUR_MODEL,
                says = "No deletion takes longer than a bound, 72 hours unless set.",
                fact = "ttl.longest-lag-here",
                unit = "hours")
        Duration longestLag,

        @Fidelity(
                level = Level.DOCUMENTED,
                says = "Changing the setting takes up to an hour, and a second change in that hour is refused.",
                source = "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTimeToLive.html",
                fact = "ttl.change",
                unit = "hours")
        @Fidelity(level = Level.OUR_MODEL, says = "Changing the time-to-live setting always takes the whole hour.")
        Duration changeTakes,

        @Fidelity(
                level = Level.DOCUMENTED,
                says = "Deletions go on for about 30 minutes after time to live was disabled.",
                source =
                        "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/time-to-live-ttl-how-to.html",
                fact = "ttl.lingering",
                unit = "minutes")
        Duration lingering) {

    public ExpirySettings {
        notNegative("average-lag", averageLag);
        notNegative("longest-lag", longestLag);
        notNegative("change-takes", changeTakes);
        notNegative("lingering", lingering);
    }

    /** Hours as a rule, three days at most. */
    public static ExpirySettings real() {
        return new ExpirySettings(
                Duration.ofHours(6), Duration.ofHours(72), Duration.ofHours(1), Duration.ofMinutes(30));
    }

    /** Days as a rule, a fortnight at most: whoever relies on deletion finds out. */
    public static ExpirySettings chaos() {
        return new ExpirySettings(Duration.ofDays(3), Duration.ofDays(14), Duration.ofHours(1), Duration.ofMinutes(30));
    }

    /** The same with another lag: {@code average} as a rule, {@code longest} at most. */
    public ExpirySettings lag(Duration average, Duration longest) {
        return new ExpirySettings(average, longest, changeTakes, lingering);
    }

    /** The lag that belongs to a roll of the dice in [0,1): the inverse of the distribution, cut off at the longest. */
    Duration lag(double roll) {
        Duration drawn = Duration.ofMillis((long) (-Math.log1p(-roll) * averageLag.toMillis()));
        return drawn.compareTo(longestLag) < 0 ? drawn : longestLag;
    }

    private static void notNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", but nothing takes less than no time. Give a duration of zero or more.");
        }
    }
}
