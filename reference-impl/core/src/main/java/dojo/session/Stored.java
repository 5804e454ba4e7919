package dojo.session;

/** What became of a summary; every answer carries its bill. */
public sealed interface Stored {
    Bill bill();

    /** The summary is the latest of its conversation now. */
    record Kept(Bill bill) implements Stored {}

    /**
     * The same work was stored before: the same turns, inputs, model and prompt.
     *
     * @param summary the one that is stored; a model may have put it into other words, and a redaction may have emptied it
     */
    record AlreadyThere(Summary summary, Bill bill) implements Stored {}

    /** Another summary ends at the same turn: of other inputs, or by another model or prompt. It stays. */
    record Mismatch(Summary summary, Bill bill) implements Stored {}

    /** The latest summary covers some of these turns already: begin after its end. */
    record Overlap(Summary latest, Bill bill) implements Stored {}

    /**
     * Turns between the latest summary and this one would be in neither.
     *
     * @param from where the next summary has to begin
     */
    record Gap(long from, Bill bill) implements Stored {}

    /** The conversation has no turn of the number at which this summary ends. */
    record NoSuchTurn(Bill bill) implements Stored {}

    /** The conversation was begun anew after its turns were read: what this summary tells is to be forgotten. */
    record Restarted(Bill bill) implements Stored {}

    /** The session is written in its home Region, and this is another: let the consumer there store the summary. */
    record Elsewhere(String home, Bill bill) implements Stored {}

    /** There is no session of this id: it never was, it has expired, or it was erased. */
    record Absent(Bill bill) implements Stored {}
}
