package dojo.lab.bill;

import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;

/**
 * How a write turns bytes into write units: steps of 1 KB, at least one.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">
 *     DynamoDB read and write operations</a>
 */
public final class WriteUnits {

    /** A transaction prepares and commits, and pays for both. */
    @Fidelity(
            level = Level.DOCUMENTED,
            says = "A transactional write takes twice the write units of a plain one.",
            source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html",
            fact = "transaction.factor",
            unit = "times the units")
    static final int TRANSACTION = 2;

    @Fidelity(
            level = Level.DOCUMENTED,
            says = "A write takes a write unit for each 1 KB of the item, rounded up.",
            source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html",
            fact = "write-unit.size",
            unit = "KB")
    private static final long STEP_BYTES = 1024;

    private WriteUnits() {}

    /** The price of one plain write of an item of so many bytes. */
    public static double forBytes(long bytes) {
        long steps = (bytes + STEP_BYTES - 1) / STEP_BYTES;
        return Math.max(1, steps);
    }

    /** A write that replaces pays for the larger of what was there and what is there now. */
    static double forChange(long bytesBefore, long bytesAfter) {
        return forBytes(Math.max(bytesBefore, bytesAfter));
    }
}
