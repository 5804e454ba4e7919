package dojo.session;

/** What became of the wish that a session's list be exactly this; every answer carries its bill. */
public sealed interface Replaced {
    Bill bill();

    /**
     * The current list is the one wished for.
     *
     * @param kept how many of its turns the log had already
     * @param added how many were appended to the log
     */
    record Stored(int kept, int added, Bill bill) implements Replaced {}

    /** There is no session of this id, or it has expired. */
    record Absent(Bill bill) implements Replaced {}

    /** Others replaced the list all the time, and theirs is the current one: repeat the call if yours still holds. */
    record Overtaken(Bill bill) implements Replaced {}
}
