package dojo.session.evolve;

/**
 * One key of which two tables hold different things; never what they hold.
 *
 * @param key as it is in the old table
 */
public record Difference(Kind kind, Key key) {
    /** Which way they differ. */
    public enum Kind {
        NONE,
        /** Only the old table has it. */
        MISSING,
        /** Only the new table has it. */
        ORPHAN,
        DIFFERENT
    }
}
