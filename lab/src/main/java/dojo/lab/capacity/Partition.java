package dojo.lab.capacity;

/**
 * A physical partition: all items from its first place up to where the next partition begins.
 *
 * <p>Places are ordered by the unsigned hash of the partition key, then by the place of the sort key.
 */
final class Partition {

    static final long NEVER = Long.MAX_VALUE;

    private final int id;
    private final long fromHash;
    private final long fromSort;
    private final Flow read;
    private final Flow write;
    /** Its part of what the table has, where tables are allocated the way of old. */
    private double share;

    private long bytes;
    private long items;
    private long splitsAt = NEVER;
    private long cutHash;
    private long cutSort;

    Partition(int id, long fromHash, long fromSort, double share, Flow read, Flow write) {
        this.id = id;
        this.fromHash = fromHash;
        this.fromSort = fromSort;
        this.share = share;
        this.read = read;
        this.write = write;
    }

    Flow flow(Access access) {
        return access == Access.READ ? read : write;
    }

    int id() {
        return id;
    }

    long fromHash() {
        return fromHash;
    }

    long fromSort() {
        return fromSort;
    }

    double share() {
        return share;
    }

    void share(double part) {
        share = part;
    }

    long bytes() {
        return bytes;
    }

    long items() {
        return items;
    }

    void stored(long moreBytes, long moreItems) {
        bytes += moreBytes;
        items += moreItems;
    }

    void measured(long allBytes, long allItems) {
        bytes = allBytes;
        items = allItems;
    }

    boolean splitting() {
        return splitsAt != NEVER;
    }

    void splitAt(long hash, long sort, long at) {
        cutHash = hash;
        cutSort = sort;
        splitsAt = at;
    }

    boolean splitDue(long now) {
        return splitsAt <= now;
    }

    void splitDone() {
        splitsAt = NEVER;
    }

    long cutHash() {
        return cutHash;
    }

    long cutSort() {
        return cutSort;
    }
}
