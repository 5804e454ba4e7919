package dojo.session;

/**
 * Where a caller stands in the log of one session: the token it shows to append the next turn.
 *
 * <p>A position comes from an acknowledged answer of a {@link SessionMemory} and from nowhere else. Keep it, with the
 * turn, before the first attempt to append, for instance as {@link #token()} in the queue message; a retry shows the
 * same one. It reveals no turn to compute with: there is no next and no previous. Immutable.
 */
public interface Position {
    SessionId session();

    /** This position as one word of ASCII, to be read back by {@link SessionMemory#position(String)}. */
    String token();

    /**
     * The Region where this log is written; empty if the session knows no Regions.
     *
     * <p>For those who should spare themselves work that could not be stored here.
     */
    default String home() {
        return "";
    }
}
