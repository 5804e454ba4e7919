package dojo.lab.replication;

/**
 * One place that learns of changes later than the leader.
 *
 * @param name how the trace calls it, such as {@code follower 2} or {@code index by-kind}
 */
record Replica(String name) {

    /** The n-th follower, from 1. */
    static Replica follower(int n) {
        return new Replica("follower " + n);
    }

    /** The only copy of a global index. */
    static Replica index(String name) {
        return new Replica("index " + name);
    }

    @Override
    public String toString() {
        return name;
    }
}
