package dojo.session.chaos;

import dojo.session.Append;
import dojo.session.Turn;
import dojo.session.dynamo.Raw.Where;
import java.time.Instant;
import java.util.List;

/** What the memory answered, in words that a test can make up. */
sealed interface Said {

    /** A session was opened; {@code how} is the kind of answer. */
    record Opened(String how, Where start) implements Said {}

    /** A session was not opened: Live, Spent or Mismatch. */
    record NotOpened(String how) implements Said {}

    /** The turns were stored by this call; the last of them stands here. */
    record Stored(Where last) implements Said {}

    /** The turns had been stored before; the last of them stands here. */
    record AlreadyThere(Where last) implements Said {}

    record Mismatch(Where place) implements Said {}

    record Conflict(String occupant, Where tail) implements Said {}

    /** Of several turns, the first ones were there, and others after them. */
    record Partly(int stored, Where tail) implements Said {}

    record Closed(Append.Reason reason) implements Said {}

    /** Turns with their numbers, as a load showed them. */
    record Shown(Where tail, List<Seen> turns, boolean cut, Instant expiresAt) implements Said {
        @Override
        public String toString() {
            return "Shown[tail=" + tail + ", expires " + expiresAt + (cut ? ", cut" : "") + ", "
                    + turns.stream()
                            .map(seen -> seen.number() + "=" + seen.turn().id())
                            .toList() + "]";
        }
    }

    /** A part of the log that is open, whichever that is. */
    record Told(List<Seen> turns, boolean more) implements Said {
        @Override
        public String toString() {
            return "Told["
                    + turns.stream()
                            .map(seen -> seen.number() + "=" + seen.turn().id())
                            .toList() + (more ? ", more]" : "]");
        }
    }

    record Seen(long number, Turn turn) {}

    /** There is no session. */
    record Absent() implements Said {}

    record Fresh(Where start) implements Said {}

    /** An exception, or the caller died: nobody knows what became of it. */
    record Unknown(String why) implements Said {}

    /** An exception which no fault of the database explains. */
    record Broken(String why) implements Said {}
}
