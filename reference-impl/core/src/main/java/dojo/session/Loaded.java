package dojo.session;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The answer to a load; it carries its bill in either case. */
public sealed interface Loaded {
    Bill bill();

    default Context contextOrThrow() {
        throw new IllegalStateException("There is no such session (it never was, or it has expired): create it first.");
    }

    /** The session is alive. */
    record Found(Context context, Bill bill) implements Loaded {
        @Override
        public Context contextOrThrow() {
            return context;
        }
    }

    /** There is no session of this id, or it has expired. */
    record Absent(Bill bill) implements Loaded {}

    /**
     * The database could not say everything in time, and the window asked for {@link Window#orLess}: this is what there
     * is, down to nothing. It says neither that the session exists nor where its log ends.
     *
     * @param summary the latest summary, unless it is missing
     * @param turns the turns of the window, unless they are missing: never a part of them
     * @param missing what could not be had
     * @param why what the first request that failed ran into
     */
    record Degraded(Optional<Summary> summary, List<StoredTurn> turns, Set<Part> missing, Why why, Bill bill)
            implements Loaded {
        public Degraded {
            turns = List.copyOf(turns);
            missing = Set.copyOf(missing);
        }

        @Override
        public Context contextOrThrow() {
            throw new IllegalStateException("Only a part of the session could be loaded, " + missing + " is missing ("
                    + why + "): deal with this kind of answer, or load it again.");
        }
    }

    /** What a load brings. */
    enum Part {
        /** Without it nothing is shown: only the head knows whether the session is alive, and which log is in force. */
        HEAD,
        SUMMARY,
        TURNS
    }

    /** Why a part is missing. */
    enum Why {
        /** The time for the operation was over. */
        DEADLINE,
        /** Too many requests had failed lately, so none was sent. */
        BREAKER_OPEN,
        THROTTLED,
        /** No answer, or an error of the service. */
        UNAVAILABLE
    }
}
