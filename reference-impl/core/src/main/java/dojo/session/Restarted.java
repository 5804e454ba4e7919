package dojo.session;

/** What became of the wish to begin a conversation anew; every answer carries its bill. */
public sealed interface Restarted {
    Bill bill();

    /** Nothing said before is visible any more; {@code position} is the place before the first turn of the new log. */
    record Fresh(Position position, Bill bill) implements Restarted {}

    /** There is no session of this id, or it has expired. */
    record Absent(Bill bill) implements Restarted {}
}
