package dojo.lab.bill;

import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;

/**
 * How a read turns bytes into read units: steps of 4 KB, then a factor for its consistency.
 *
 * <p>A read that finds nothing still costs one step.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">
 *     DynamoDB read and write operations</a>
 */
public enum ReadUnits {
    /** Half a unit a step. */
    EVENTUAL(0.5),
    /** One unit a step. */
    STRONG(1),
    /** Two units a step. */
    TRANSACTIONAL(2);

    @Fidelity(
            level = Level.DOCUMENTED,
            says = "A strongly consistent read takes a read unit for each 4 KB, rounded up.",
            source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html",
            fact = "read-unit.size",
            unit = "KB")
    private static final long STEP_BYTES = 4 * 1024;

    private final double perStep;

    ReadUnits(double perStep) {
        this.perStep = perStep;
    }

    static ReadUnits of(Boolean consistentRead) {
        return Boolean.TRUE.equals(consistentRead) ? STRONG : EVENTUAL;
    }

    /** The price of reading so many bytes in one go. */
    public double forBytes(long bytes) {
        long steps = (bytes + STEP_BYTES - 1) / STEP_BYTES;
        return Math.max(1, steps) * perStep;
    }
}
