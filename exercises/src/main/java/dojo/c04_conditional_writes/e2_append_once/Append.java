package dojo.c04_conditional_writes.e2_append_once;

/** What became of an append. */
public sealed interface Append {
    /** The turn was not there and is now. */
    record Appended() implements Append {}

    /** This very turn was stored by an earlier attempt; nothing changed. */
    record AlreadyThere() implements Append {}

    /** Another turn holds the position; nothing of this turn was stored. */
    record Conflict(Turn occupant) implements Append {}
}
