package dojo.session.dynamo;

/** What an item in the log is, as {@code kind} says; a turn does not say it, because that would cost each one. */
enum Kind {
    TURN,
    /** Closes a log. */
    SEAL,
    /** A turn that was taken back: id and hash are left, so that its retry is recognised. */
    REMOVED,
    /** Something erased: nothing is left but the place, and a digest for the receipt. It closes a log, too. */
    ERASED
}
