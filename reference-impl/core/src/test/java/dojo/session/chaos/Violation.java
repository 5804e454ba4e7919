package dojo.session.chaos;

/**
 * A promise that a history shows broken.
 *
 * @param about what it happened to, in a word
 */
record Violation(Kind kind, String about, String words) {

    /** The promises, by how they break. */
    enum Kind {
        /** A turn that was shown is gone. */
        LOST,
        /** A write that was acknowledged is not there. */
        ACKNOWLEDGED_BUT_MISSING,
        /** One turn stands in two places. */
        DUPLICATED,
        /** A turn that was sent after another had been acknowledged stands before it. */
        REORDERED,
        /** Two turns were given one place. */
        TWO_IN_ONE_PLACE,
        /** A log, or what a load showed of it, lacks a turn in the middle or at an end. */
        HOLE,
        /** Of turns that were always sent as one, only some are stored. */
        TORN,
        /** A strongly consistent answer does not know what was acknowledged before it was asked for. */
        STALE,
        /** A position or an epoch lies behind one that came before it. */
        BACKWARDS,
        /** What was over came back: an expired, reclaimed or restarted log was shown or took a turn. */
        REVIVED,
        /** A session is said to be absent, or was opened anew, while it was alive. */
        VANISHED,
        /** Two different wishes opened the same session. */
        OPENED_TWICE,
        /** A turn was shown or stored that nobody had sent. */
        PHANTOM,
        /** A turn is stored although each attempt to store it was refused. */
        REFUSED_BUT_STORED,
        /** A conflict was answered for a turn that had been acknowledged. */
        FORGOTTEN,
        /** A turn is not what was sent. */
        ALTERED,
        /** Mismatch was answered though all that was sent under this id is the same. */
        FALSE_MISMATCH,
        /** Two payloads under one id were both acknowledged. */
        MISSED_MISMATCH,
        /** A refusal for which nobody gave a reason. */
        UNFOUNDED,
        /** An exception that no fault of the database explains. */
        BROKEN
    }

    @Override
    public String toString() {
        return kind + " (" + about + "): " + words;
    }
}
