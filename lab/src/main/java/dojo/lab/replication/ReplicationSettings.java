package dojo.lab.replication;

import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import java.time.Duration;

/**
 * How far the replicas of a table and its indexes lag behind the leader.
 *
 * @param followers how many replicas there are besides the leader; 0 makes every read of a table consistent
 * @param leaderShare the part of eventually consistent reads that the leader serves, from 0 to 1; the followers share
 *     the rest evenly
 * @param followerLagMedian half of all changes are at a follower by then; zero means all of them, at once
 * @param followerLagTail 99 of 100 changes are at a follower by then
 * @param indexLagMedian half of all changes are in a global index by then; zero means all of them, at once
 * @param indexLagTail 99 of 100 changes are in a global index by then
 * @param tableCreation how long a new table stands in CREATING
 * @param indexAllocation how long a new index stands in CREATING before it begins to be filled
 * @param backfillPerSecond how many items of the table a new index takes up in a second, 1 or more
 * @param indexDeletion how long an index stands in DELETING
 */
public record ReplicationSettings(
        @Fidelity(
                level = Level.PAPER,
                says = "A partition has three replicas, of which one is the leader.",
                source = "https://www.usenix.org/conference/atc22/presentation/elhemali")
        int followers,

        @Fidelity(
                level = Level.PAPER,
                says = "An eventually consistent read can be served by any replica, a strongly consistent one by the"
                        + " leader alone.",
                source = "https://www.usenix.org/conference/atc22/presentation/elhemali")
        @Fidelity(
                level = Level.OUR_MODEL,
                says = "Each replica serves the same share of the eventually consistent reads, drawn for each request"
                        + " and table.")
        double leaderShare,

        @Fidelity(
                level = Level.OUR_MODEL,
                says = "A change reaches each follower after a lag of its own, log-normally"
                        + " distributed, but never before an earlier change of the same item.")
        Duration followerLagMedian,

        @Fidelity(
                level = Level.OUR_MODEL,
                says = "One change in a hundred takes ten times the median to reach a" + " follower.")
        Duration followerLagTail,

        @Fidelity(
                level = Level.DOCUMENTED,
                says =
                        "Global indexes are updated asynchronously, under normal conditions within a fraction of a second.",
                source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html")
        @Fidelity(
                level = Level.OUR_MODEL,
                says = "Each index has a log-normally distributed lag of its own, and one copy of its entries.")
        Duration indexLagMedian,

        @Fidelity(
                level = Level.OUR_MODEL,
                says = "One change in a hundred takes up to half a second to reach an index.")
        Duration indexLagTail,

        @Fidelity(
                level = Level.DOCUMENTED,
                says = "A table can be read and written when it is ACTIVE, and not while it is CREATING.",
                source = "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html")
        @Fidelity(
                level = Level.OUR_MODEL,
                says = "A new table is ACTIVE at once, unless a laws file says otherwise: waiters of the SDKs sleep on"
                        + " the clock of the wall.")
        Duration tableCreation,

        @Fidelity(
                level = Level.DOCUMENTED,
                says = "A new index is CREATING, first without and then with Backfilling, until it is ACTIVE.",
                source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.OnlineOps.html")
        @Fidelity(level = Level.OUR_MODEL, says = "Resources for a new index are allocated in half a minute.")
        Duration indexAllocation,

        @Fidelity(level = Level.OUR_MODEL, says = "A new index takes up 2,000 items a second.")
        long backfillPerSecond,

        @Fidelity(level = Level.OUR_MODEL, says = "An index is gone half a minute after its deletion is asked for.")
        Duration indexDeletion) {

    public ReplicationSettings {
        if (followers < 0 || followers > 9) {
            throw new IllegalArgumentException("A table cannot have " + followers
                    + " followers. Give a number from 0 to 9; the real service has 2.");
        }
        if (!(leaderShare >= 0 && leaderShare <= 1)) {
            throw new IllegalArgumentException("The leader cannot serve a share of " + leaderShare
                    + " of the reads. Give a number from 0 (never) to 1 (always).");
        }
        lag("follower", followerLagMedian, followerLagTail);
        lag("index", indexLagMedian, indexLagTail);
        notNegative("table creation", tableCreation);
        notNegative("index allocation", indexAllocation);
        notNegative("index deletion", indexDeletion);
        if (backfillPerSecond < 1) {
            throw new IllegalArgumentException(
                    "An index is never filled at " + backfillPerSecond + " items a second. Give 1 or more.");
        }
    }

    /** Lags as short as the real service's usually are. */
    public static ReplicationSettings real() {
        return new ReplicationSettings(
                2,
                1.0 / 3,
                Duration.ofMillis(10),
                Duration.ofMillis(100),
                Duration.ofMillis(20),
                Duration.ofMillis(500),
                Duration.ZERO,
                Duration.ofSeconds(30),
                2_000,
                Duration.ofSeconds(30));
    }

    /** Lags of seconds, for programs that are to show how they bear them. */
    public static ReplicationSettings chaos() {
        return new ReplicationSettings(
                2,
                1.0 / 3,
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                Duration.ofSeconds(2),
                Duration.ofSeconds(30),
                Duration.ZERO,
                Duration.ofMinutes(5),
                100,
                Duration.ofMinutes(5));
    }

    /** No lag anywhere: as if the law were off. */
    public static ReplicationSettings none() {
        return new ReplicationSettings(
                2,
                1.0 / 3,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                Long.MAX_VALUE,
                Duration.ZERO);
    }

    /** The same with other lags at the followers. */
    public ReplicationSettings followerLag(Duration median, Duration tail) {
        return new ReplicationSettings(
                followers,
                leaderShare,
                median,
                tail,
                indexLagMedian,
                indexLagTail,
                tableCreation,
                indexAllocation,
                backfillPerSecond,
                indexDeletion);
    }

    /** The same with other lags in the global indexes. */
    public ReplicationSettings indexLag(Duration median, Duration tail) {
        return new ReplicationSettings(
                followers,
                leaderShare,
                followerLagMedian,
                followerLagTail,
                median,
                tail,
                tableCreation,
                indexAllocation,
                backfillPerSecond,
                indexDeletion);
    }

    /** The same with another share of the reads for the leader; 0 makes every eventually consistent read a follower's. */
    public ReplicationSettings leaderShare(double share) {
        return new ReplicationSettings(
                followers,
                share,
                followerLagMedian,
                followerLagTail,
                indexLagMedian,
                indexLagTail,
                tableCreation,
                indexAllocation,
                backfillPerSecond,
                indexDeletion);
    }

    private static void lag(String whose, Duration median, Duration tail) {
        notNegative(whose + " lag", median);
        if (tail.compareTo(median) < 0 || (median.isZero() && !tail.isZero())) {
            throw new IllegalArgumentException("The " + whose + " lag has a median of " + median + " and a tail of "
                    + tail + ". Give a tail that is not shorter than the median, or zero for both.");
        }
    }

    private static void notNegative(String what, Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException(
                    "The " + what + " is " + duration + ". Give a duration that is not negative, such as PT0.1S.");
        }
    }
}
