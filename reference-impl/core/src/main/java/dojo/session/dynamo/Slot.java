package dojo.session.dynamo;

import dojo.session.Turn;
import dojo.session.TurnId;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;

/**
 * What stands in one place of a log.
 *
 * @param movedTo of a seal, the Region in which the log goes on
 */
record Slot(
        long epoch,
        long position,
        Kind kind,
        Optional<TurnId> turnId,
        Optional<SdkBytes> payload,
        Optional<String> movedTo) {
    boolean isSeal() {
        return kind == Kind.SEAL || kind == Kind.ERASED;
    }

    boolean isTurn() {
        return kind == Kind.TURN;
    }

    boolean holds(TurnId id) {
        return turnId.equals(Optional.of(id));
    }

    boolean holdsPayloadOf(Turn turn) {
        return payload.equals(Optional.of(Payload.hash(turn)));
    }
}
