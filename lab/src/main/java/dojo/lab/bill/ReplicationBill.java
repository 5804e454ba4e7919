package dojo.lab.bill;

/**
 * What the writes that came from other Regions cost in one Region, apart from what its own requests cost.
 *
 * @param writes replicated writes that arrived
 * @param replicatedWriteUnits what the table pays for them (rWRU)
 * @param indexWriteUnits what its global secondary indexes pay for them, in ordinary write units
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/global-tables-billing.html">Global
 *     tables billing</a>
 */
public record ReplicationBill(int writes, double replicatedWriteUnits, double indexWriteUnits) {

    /** Nothing arrived, nothing owed. */
    public static final ReplicationBill ZERO = new ReplicationBill(0, 0, 0);

    ReplicationBill plus(double tableUnits, double indexUnits) {
        return new ReplicationBill(writes + 1, replicatedWriteUnits + tableUnits, indexWriteUnits + indexUnits);
    }

    @Override
    public String toString() {
        return Brief.count(writes, "replicated write") + ", " + Units.text(replicatedWriteUnits) + " rWRU, "
                + Units.text(indexWriteUnits) + " WU in indexes";
    }
}
