package dojo.lab.capacity;

/**
 * Where a request lands in a table or an index.
 *
 * @param hash of the partition key
 * @param sort the place of the sort key among its item collection
 * @param partitionKey the value of the partition key, for people
 * @param item the whole key, for people
 */
record Place(long hash, long sort, String partitionKey, String item) {

    /** A part of the way through all places, as a Scan goes. */
    static Place ofScan(double part) {
        // 2^64 times the part, from its upper 53 bits.
        long hash = (long) (Math.min(part, Math.nextDown(1.0)) * 0x1p53) << 11;
        return new Place(hash, Long.MIN_VALUE, "", "");
    }
}
