package dojo.lab.conflict;

import static dojo.lab.law.Fidelity.Level.DOCUMENTED;
import static dojo.lab.law.Fidelity.Level.OUR_MODEL;
import static dojo.lab.law.Fidelity.Level.PAPER;

import dojo.lab.law.Fidelity;
import java.time.Duration;

/**
 * How long transactions are under way, which is when they can meet others.
 *
 * @param timestampToPrepare from the timestamp of a transaction that writes to its prepares
 * @param prepareToCommit from its prepares to its commit; meanwhile its items are its own
 * @param betweenReads from the first phase of a transaction that reads to its second
 * @param jitter by which share of itself each of these may be shorter or longer, from 0 to 1
 * @param tokenWindow how long after a transaction its client request token is remembered
 */
public record ConflictSettings(
        @Fidelity(
                level = PAPER,
                says = "A transaction is ordered by the timestamp of its coordinator, and an item written later refuses"
                        + " to be prepared.",
                source = ConflictSettings.ATC_23)
        @Fidelity(level = OUR_MODEL, says = "Half a millisecond lies between a timestamp and its prepares.")
        Duration timestampToPrepare,

        @Fidelity(
                level = PAPER,
                says = "Between prepare and commit, no other transaction can be prepared on an item.",
                source = ConflictSettings.ATC_23)
        @Fidelity(level = OUR_MODEL, says = "Eight milliseconds lie between prepare and commit.")
        Duration prepareToCommit,

        @Fidelity(
                level = PAPER,
                says = "A transaction reads twice, and fails if an item is prepared or has changed in between.",
                source = ConflictSettings.ATC_23)
        @Fidelity(level = OUR_MODEL, says = "Nearly two milliseconds lie between the two phases of reading.")
        Duration betweenReads,

        @Fidelity(level = OUR_MODEL, says = "Times spread evenly around their mean.")
        double jitter,

        @Fidelity(
                level = DOCUMENTED,
                says = "A client request token is valid for ten minutes after the request that used it has finished.",
                source = ConflictSettings.DOCUMENTATION,
                fact = "token.window",
                unit = "minutes")
        Duration tokenWindow) {

    static final String ATC_23 = "https://www.usenix.org/conference/atc23/presentation/idziorek";
    static final String DOCUMENTATION =
            "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html";

    public ConflictSettings {
        for (Duration time : new Duration[] {timestampToPrepare, prepareToCommit, betweenReads, tokenWindow}) {
            if (time.isNegative()) {
                throw new IllegalArgumentException(
                        "A transaction cannot take " + time + ". Give a duration of zero or more.");
            }
        }
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("A jitter of " + jitter
                    + " makes no sense: it is the share by which a time may differ. Give a number from 0 to 1.");
        }
    }

    /** As in a Region that is well. */
    public static ConflictSettings real() {
        return new ConflictSettings(
                Duration.ofNanos(500_000),
                Duration.ofMillis(8),
                Duration.ofNanos(1_900_000),
                0.5,
                Duration.ofMinutes(10));
    }

    /** Transactions are under way ten times as long, and meet as much more often. */
    public static ConflictSettings chaos() {
        return new ConflictSettings(
                Duration.ofMillis(5), Duration.ofMillis(80), Duration.ofMillis(19), 1, Duration.ofMinutes(10));
    }
}
