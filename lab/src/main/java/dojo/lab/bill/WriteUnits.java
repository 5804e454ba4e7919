package dojo.lab.bill;

/**
 * How a write turns bytes into write units: steps of 1 KB, at least one.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">
 *     DynamoDB read and write operations</a>
 */
final class WriteUnits {

    /** A transaction prepares and commits, and pays for both. */
    static final int TRANSACTION = 2;

    private static final long STEP_BYTES = 1024;

    private WriteUnits() {}

    static double forBytes(long bytes) {
        long steps = (bytes + STEP_BYTES - 1) / STEP_BYTES;
        return Math.max(1, steps);
    }

    /** A write that replaces pays for the larger of what was there and what is there now. */
    static double forChange(long bytesBefore, long bytesAfter) {
        return forBytes(Math.max(bytesBefore, bytesAfter));
    }
}
