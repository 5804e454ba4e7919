package dojo.lab.pace;

import static dojo.lab.law.Fidelity.Level.OUR_MODEL;
import static dojo.lab.law.Fidelity.Level.PAPER;

import dojo.lab.law.Fidelity;
import java.time.Duration;

/**
 * How long each request takes on a virtual clock, so that the requests of several tasks overlap.
 *
 * @param read GetItem, BatchGetItem, Query, Scan, or a PartiQL statement that reads
 * @param write PutItem, UpdateItem, DeleteItem, BatchWriteItem, or a PartiQL statement that writes
 * @param transactionRead a transaction that reads, apart from the time between its two phases, which belongs to the law
 *     of conflicts
 * @param transactionWrite a transaction that writes, apart from the time between its prepares and its commit, which
 *     belongs to the law of conflicts
 * @param jitter by which share of itself a time may be shorter or longer, from 0 to 1
 */
public record PaceSettings(
        @Fidelity(level = OUR_MODEL, says = "A read takes two milliseconds.")
        Duration read,

        @Fidelity(level = OUR_MODEL, says = "A write takes four milliseconds.")
        Duration write,

        @Fidelity(
                level = PAPER,
                says = "A TransactGetItems of one item takes a little less than twice as long as a GetItem.",
                source = PaceSettings.ATC_23)
        Duration transactionRead,

        @Fidelity(
                level = PAPER,
                says = "A TransactWriteItems of one item takes about four times as long as a PutItem.",
                source = PaceSettings.ATC_23)
        Duration transactionWrite,

        @Fidelity(level = OUR_MODEL, says = "Times spread evenly around their mean.")
        double jitter) {

    static final String ATC_23 = "https://www.usenix.org/conference/atc23/presentation/idziorek";

    public PaceSettings {
        for (Duration time : new Duration[] {read, write, transactionRead, transactionWrite}) {
            if (time.isNegative()) {
                throw new IllegalArgumentException(
                        "A request cannot take " + time + ". Give a duration of zero or more.");
            }
        }
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("A jitter of " + jitter
                    + " makes no sense: it is the share by which a time may differ. Give a number from 0 to 1.");
        }
    }

    /** As in a Region that is well. */
    public static PaceSettings real() {
        return new PaceSettings(
                Duration.ofMillis(2), Duration.ofMillis(4), Duration.ofNanos(1_900_000), Duration.ofMillis(8), 0.5);
    }

    /** Five times as slow, and as uneven as can be: requests overlap more. */
    public static PaceSettings chaos() {
        return new PaceSettings(
                Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofNanos(9_500_000), Duration.ofMillis(40), 1);
    }
}
