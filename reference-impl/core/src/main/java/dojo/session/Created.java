package dojo.session;

import java.time.Instant;

/** What became of the wish to open a session; every answer carries its bill. */
public sealed interface Created {
    Bill bill();

    /** The place before the first turn, or an exception that says why there is none. */
    default Position positionOrThrow() {
        throw new IllegalStateException("The session was not opened, the answer was " + this
                + ": deal with this kind of answer before asking for a position.");
    }

    /** The session is new. */
    record Opened(Position position, Bill bill) implements Created {
        @Override
        public Position positionOrThrow() {
            return position;
        }
    }

    /** The id belonged to an expired session, which is over now; its turns will never be seen again. */
    record Reclaimed(Position position, Bill bill) implements Created {
        @Override
        public Position positionOrThrow() {
            return position;
        }
    }

    /** An earlier attempt of the same request had opened the session; others may have added turns since. */
    record AlreadyThere(Position position, Bill bill) implements Created {
        @Override
        public Position positionOrThrow() {
            return position;
        }
    }

    /** Somebody else's session of this id is alive until {@code expiresAt}: load it, or choose another id. */
    record Live(Instant expiresAt, Bill bill) implements Created {}

    /** The same request had opened the session for another customer: a request id was used twice. */
    record Mismatch(Bill bill) implements Created {}

    /** The customer was erased: no session is created until then, unless the customer is readmitted. */
    record Erased(Instant until, Bill bill) implements Created {}

    /** This very request had opened a session which has expired since: a late retry, to be dropped. */
    record Spent(Instant expiredAt, Bill bill) implements Created {}
}
