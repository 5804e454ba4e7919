package dojo.lab.bill;

/**
 * How a read turns bytes into read units: steps of 4 KB, then a factor for its consistency.
 *
 * <p>A read that finds nothing still costs one step.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">
 *     DynamoDB read and write operations</a>
 */
enum ReadUnits {
    EVENTUAL(0.5),
    STRONG(1),
    TRANSACTIONAL(2);

    private static final long STEP_BYTES = 4 * 1024;

    private final double perStep;

    ReadUnits(double perStep) {
        this.perStep = perStep;
    }

    static ReadUnits of(Boolean consistentRead) {
        return Boolean.TRUE.equals(consistentRead) ? STRONG : EVENTUAL;
    }

    /** The price of reading so many bytes in one go. */
    double forBytes(long bytes) {
        long steps = (bytes + STEP_BYTES - 1) / STEP_BYTES;
        return Math.max(1, steps) * perStep;
    }
}
