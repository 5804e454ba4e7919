package dojo.session.evolve;

/** How far the move of a table has come. */
public enum Phase {
    /** Nobody has begun it. */
    NONE,
    /** The old table decides; what is written there is copied. */
    DUAL,
    /** Nobody writes, for the moment in which the last differences are put right. */
    FROZEN,
    /** The new table decides; the old one is not written any more. */
    MOVED
}
