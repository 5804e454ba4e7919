package dojo.session.dynamo;

import dojo.session.CustomerId;
import dojo.session.Metadata;
import dojo.session.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The head of a session as stored. */
record Meta(
        SessionId session,
        long epoch,
        Optional<CustomerId> customer,
        String requestId,
        Instant createdAt,
        Life life,
        String home,
        List<Segment> earlier,
        Metadata metadata,
        long born) {
    boolean expired(Instant now) {
        return life.expired(now);
    }

    Instant expiresAt() {
        return Instant.ofEpochSecond(life.expires());
    }

    /** Where the log of this epoch begins: at 0, or after what it continues. */
    long base() {
        return earlier.isEmpty() ? 0 : earlier.get(earlier.size() - 1).last();
    }

    /** The part of the log in which the place after this one lies, if that is an earlier one. */
    Segment partOf(long after) {
        return earlier.stream()
                .filter(part -> after < part.last())
                .findFirst()
                .orElseGet(() -> new Segment(epoch, Long.MAX_VALUE));
    }

    /** Where the turns after this place stand, up to the end of the part of the log in which the first one lies. */
    Keys.Range placesAfter(long place) {
        Segment part = partOf(place);
        return part.epoch() == epoch
                ? Keys.turnsFrom(epoch, place + 1)
                : Keys.turns(part.epoch(), place + 1, part.last());
    }

    /** Whether turns and summaries of this epoch belong to the conversation. */
    boolean isIn(long someEpoch) {
        return someEpoch == epoch || continues(someEpoch);
    }

    /** This head as it was before a move. */
    Meta before(Move move) {
        return new Meta(
                session,
                move.cut().epoch(),
                customer,
                requestId,
                createdAt,
                life,
                home,
                move.earlier(),
                metadata,
                born);
    }

    /** Whether the log goes on from this epoch to the one in force. */
    boolean continues(long earlierEpoch) {
        return earlier.stream().anyMatch(part -> part.epoch() == earlierEpoch);
    }

    Token start() {
        return new Token(session, epoch, base(), life, home);
    }
}
