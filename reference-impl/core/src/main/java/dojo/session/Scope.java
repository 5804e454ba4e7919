package dojo.session;

import java.time.Duration;

/**
 * How a turn that was sent before is recognised when its {@link Position} was lost.
 *
 * <p>With a position the log itself recognises the turn, without limit and for nothing: prefer
 * {@link SessionMemory#append(Position, Turn)}.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">AWS: read
 *     and write operations</a>
 */
public sealed interface Scope {
    /**
     * Looks for the turn among the latest ones, strongly consistent, then appends it after them.
     *
     * <p>Costs, besides the append, 1 read unit for the head and one for each started 4 KB of the turns looked at. A
     * repetition is missed if {@code turns} others or more came in between.
     */
    record Tail(int turns) implements Scope {
        private static final int MOST = 1_000;

        public Tail {
            if (turns < 1 || turns > MOST) {
                throw new IllegalArgumentException("A tail of 1 to 1,000 turns can be searched, got " + turns
                        + ": choose how many turns others may add before a retry comes.");
            }
        }
    }

    /**
     * Writes a marker with the turn, in one transaction.
     *
     * <p>Costs 2 write units for each started kilobyte of the turn and 2 for the marker, and 2 read units to find the
     * tail (more if the last turn is over 4 KB). A repetition is recognised however many turns came in between, until
     * {@code kept} has passed or the session's data are gone.
     */
    record Marker(Duration kept) implements Scope {
        public Marker {
            if (kept.compareTo(Duration.ofMinutes(1)) < 0) {
                throw new IllegalArgumentException("A marker is kept for a minute at least, got " + kept
                        + ": choose how long your queue may hold a message back.");
            }
        }
    }

    static Scope tail(int turns) {
        return new Tail(turns);
    }

    static Scope marker(Duration kept) {
        return new Marker(kept);
    }
}
