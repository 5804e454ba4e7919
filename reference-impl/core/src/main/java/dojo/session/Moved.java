package dojo.session;

/** What became of the wish to write a session in another Region; every answer carries its bill. */
public sealed interface Moved {
    Bill bill();

    /**
     * The session is written in {@code home} from now on; its old log takes no more turns.
     *
     * @param upTo the last turn of the old log that belongs to the conversation
     */
    record To(String home, long upTo, Bill bill) implements Moved {}

    /** It was written there already, after an earlier attempt perhaps. */
    record AlreadyThere(String home, Bill bill) implements Moved {}

    /** Another Region writes it: only that one can hand it over. */
    record Elsewhere(String home, Bill bill) implements Moved {}

    /** There is no session of this id in this Region, or it has expired. */
    record Absent(Bill bill) implements Moved {}
}
