package dojo.session.chaos;

import dojo.session.Turn;
import dojo.session.TurnId;
import dojo.session.chaos.Evidence.Sighting;
import dojo.session.chaos.Evidence.Source;
import dojo.session.chaos.Violation.Kind;
import dojo.session.dynamo.Raw.Where;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A turn has one place and a place has one turn, and it is what somebody sent. */
record PlaceRules(Evidence evidence, Complaints complaints) {

    void check() {
        Map<Object, Sighting> places = new HashMap<>();
        Map<Where, Sighting> turns = new HashMap<>();
        Map<TurnId, Sighting> acknowledged = new HashMap<>();
        for (Sighting seen : evidence.sightings) {
            Sighting elsewhere = places.putIfAbsent(scope(seen), seen);
            if (elsewhere != null && !elsewhere.place().equals(seen.place())) {
                complaints.add(
                        Kind.DUPLICATED,
                        seen.id(),
                        "it stands at %s (%s) and at %s (%s)",
                        elsewhere.place(),
                        elsewhere.by(),
                        seen.place(),
                        seen.by());
            }
            Sighting other = turns.putIfAbsent(seen.place(), seen);
            if (other != null && !other.id().equals(seen.id())) {
                complaints.add(
                        Kind.TWO_IN_ONE_PLACE,
                        seen.place(),
                        "it holds %s (%s) and %s (%s)",
                        other.id(),
                        other.by(),
                        seen.id(),
                        seen.by());
            }
            sent(seen);
            payload(seen, acknowledged);
        }
    }

    /** Who sends a turn without a position asks for it to be there once in the log that is open then. */
    private Object scope(Sighting seen) {
        boolean once = evidence.attempts(seen.id()).stream().anyMatch(op -> op.ask() instanceof Ask.Once);
        return once ? List.of(seen.id(), seen.place().epoch()) : seen.id();
    }

    private void sent(Sighting seen) {
        List<Op> attempts = evidence.attempts(seen.id());
        if (evidence.sent(seen.id()) > seen.since()) {
            complaints.add(
                    Kind.PHANTOM,
                    seen.id(),
                    "%s shows it at %s, and nobody had sent it by then",
                    seen.by(),
                    seen.place());
        } else if (attempts.stream().noneMatch(PlaceRules::mayHaveStored)) {
            complaints.add(
                    Kind.REFUSED_BUT_STORED,
                    seen.id(),
                    "%s shows it at %s, and each attempt to store it was refused",
                    seen.by(),
                    seen.place());
        }
    }

    private static boolean mayHaveStored(Op op) {
        return op.said() instanceof Said.Stored
                || op.said() instanceof Said.AlreadyThere
                || op.said() instanceof Said.Partly
                || op.said() instanceof Said.Unknown
                || op.said() instanceof Said.Broken;
    }

    private void payload(Sighting seen, Map<TurnId, Sighting> acknowledged) {
        if (seen.source() != Source.ACKNOWLEDGED) {
            List<Turn> sent = List.copyOf(evidence.payloads(seen.id(), Long.MAX_VALUE));
            if (!sent.isEmpty() && !sent.contains(seen.turn())) {
                complaints.add(Kind.ALTERED, seen.id(), "%s shows it otherwise than it was sent", seen.by());
            }
        }
        Sighting before = acknowledged.get(seen.id());
        if (before == null) {
            acknowledged.put(seen.id(), seen);
        } else if (!before.turn().equals(seen.turn())) {
            complaints.add(
                    Kind.MISSED_MISMATCH,
                    seen.id(),
                    "%s tells of one payload and %s of another",
                    before.by(),
                    seen.by());
        }
    }
}
