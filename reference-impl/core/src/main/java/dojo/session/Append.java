package dojo.session;

/** What became of a turn; every answer carries its bill. */
public sealed interface Append {
    Bill bill();

    /** The same answer, with what earlier attempts consumed added to its bill. */
    Append after(Bill earlier);

    /** Where the turn stands, or an exception that says why it does not. */
    default Position positionOrThrow() {
        throw new IllegalStateException("The turn was not stored, the answer was " + this
                + ": deal with this kind of answer before asking for a position.");
    }

    /** The turn is stored, at the place after the expected one. */
    record Appended(Position position, Bill bill) implements Append {
        @Override
        public Position positionOrThrow() {
            return position;
        }

        @Override
        public Append after(Bill earlier) {
            return new Appended(position, earlier.plus(bill));
        }
    }

    /** An earlier attempt had stored the turn, here. */
    record AlreadyThere(Position position, Bill bill) implements Append {
        @Override
        public Position positionOrThrow() {
            return position;
        }

        @Override
        public Append after(Bill earlier) {
            return new AlreadyThere(position, earlier.plus(bill));
        }
    }

    /** A turn of this id but with another payload is stored at {@code position}: an id was used twice. */
    record Mismatch(Position position, Bill bill) implements Append {
        @Override
        public Append after(Bill earlier) {
            return new Mismatch(position, earlier.plus(bill));
        }
    }

    /**
     * Others appended first, and this turn is not among theirs.
     *
     * @param occupant the turn that took the place
     * @param tail the end of the log: append there if the turn still makes sense
     */
    record Conflict(TurnId occupant, Position tail, Bill bill) implements Append {
        @Override
        public Append after(Bill earlier) {
            return new Conflict(occupant, tail, earlier.plus(bill));
        }
    }

    /**
     * Of a batch, the first turns had been stored before by other calls, and others spoke after them.
     *
     * @param stored how many turns of the batch stand in the log, without a gap from its first
     * @param tail the end of the log: append the remaining turns there if they still make sense
     */
    record Partly(int stored, Position tail, Bill bill) implements Append {
        @Override
        public Append after(Bill earlier) {
            return new Partly(stored, tail, earlier.plus(bill));
        }
    }

    /**
     * The session is written in another Region: append there, with the same arguments.
     *
     * @param home that Region
     */
    record Elsewhere(String home, Bill bill) implements Append {
        @Override
        public Append after(Bill earlier) {
            return new Elsewhere(home, earlier.plus(bill));
        }
    }

    /**
     * The session has moved to this Region, but not all of its turns have arrived: repeat the call a little later.
     *
     * @param lacking the number of the first turn that is not here
     */
    record Arriving(long lacking, Bill bill) implements Append {
        @Override
        public Append after(Bill earlier) {
            return new Arriving(lacking, earlier.plus(bill));
        }
    }

    /** This log takes no more turns: create the session again, or load it for a position in its new log. */
    record Closed(Reason reason, Bill bill) implements Append {
        @Override
        public Append after(Bill earlier) {
            return new Closed(reason, earlier.plus(bill));
        }
    }

    /** Why a log is closed. */
    enum Reason {
        EXPIRED,
        RESTARTED,
        /** What was said here was erased, and nothing is added to it. */
        ERASED,
        /** There is no session of this id; only an append without a position can find that out. */
        ABSENT
    }
}
