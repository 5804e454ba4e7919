package dojo.c11_transactions.e1_first_turn_together;

/** What became of an attempt to open a session. */
public sealed interface Opening {
    /** The session and its first turn are stored, by this attempt or by an earlier one of the same request. */
    record Opened() implements Opening {}

    /** Somebody else has the session; nothing was stored. */
    record SessionTaken() implements Opening {}

    /** There is no session, but a turn lies where the first one should go; nothing was stored. */
    record TurnTaken() implements Opening {}
}
