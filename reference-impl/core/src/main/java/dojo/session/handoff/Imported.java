package dojo.session.handoff;

import dojo.session.Bill;
import dojo.session.Position;
import dojo.session.TurnId;

/** What became of an import; every answer carries its bill. */
public sealed interface Imported {
    Bill bill();

    /** Where the conversation goes on, or an exception that says why it does not. */
    default Position positionOrThrow() {
        throw new IllegalStateException("The conversation was not taken in, the answer was " + this
                + ": deal with this kind of answer before asking for a position.");
    }

    /**
     * All of the conversation is in the session now.
     *
     * @param position the end of its log
     * @param added how many turns this call stored; the others had been there
     */
    record Complete(Manifest manifest, Position position, long added, Bill bill) implements Imported {
        @Override
        public Position positionOrThrow() {
            return position;
        }
    }

    /** The export is not what was exported; nothing was asked of the database. */
    record Refused(Problem problem) implements Imported {
        @Override
        public Bill bill() {
            return Bill.ZERO;
        }
    }

    /**
     * The session holds another conversation: where turn {@code wanted} of the export belongs, it holds another, or
     * another wording of it. Import into another session.
     *
     * @param added how many turns of the export this call stored before it came to this place
     * @param found what stands there
     */
    record Occupied(TurnId wanted, TurnId found, long added, Bill bill) implements Imported {}

    /** The session has ended, or was begun anew: import with another wish. */
    record Closed(long added, Bill bill) implements Imported {}
}
