package dojo.session.handoff;

import dojo.session.CustomerId;
import dojo.session.Metadata;
import dojo.session.SessionId;
import java.time.Instant;
import java.util.Optional;

/**
 * What a sealed export holds, without what was said.
 *
 * @param last the number of the last turn that the conversation ever had when it was exported, 0 if none
 * @param turns how many turns are in the export
 * @param redacted how many of them are not as they are stored
 * @param summary whether the latest summary is in it
 * @param metadata as exported; their revision has no meaning outside of the session
 * @param keyId names the key that signed it
 */
public record Manifest(
        SessionId session,
        Optional<CustomerId> customer,
        Instant createdAt,
        Instant exportedAt,
        long last,
        long turns,
        long redacted,
        boolean summary,
        Metadata metadata,
        String keyId) {
    static Manifest of(Part.Head head, Part.Seal seal) {
        return new Manifest(
                head.session(),
                head.customer(),
                head.createdAt(),
                head.exportedAt(),
                head.last(),
                seal.turns(),
                seal.redacted(),
                seal.summaries() == 1,
                head.metadata(),
                head.keyId());
    }
}
