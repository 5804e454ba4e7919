package dojo.session.chaos;

import dojo.session.chaos.Evidence.Sighting;
import dojo.session.chaos.Evidence.Source;
import dojo.session.chaos.Violation.Kind;
import dojo.session.dynamo.Raw.Where;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whoever comes after an answer stands behind it. */
record OrderRules(Evidence evidence, Complaints complaints) {

    void check() {
        Map<Long, Map<Long, Sighting>> logs = new HashMap<>();
        for (Sighting seen : evidence.sightings) {
            logs.computeIfAbsent(seen.place().epoch(), epoch -> new HashMap<>())
                    .merge(seen.place().number(), seen, OrderRules::known);
        }
        logs.values().forEach(this::inOrder);
        evidence.history.ops().forEach(this::afterExpected);
    }

    /** The earlier acknowledgement says most. */
    private static Sighting known(Sighting one, Sighting other) {
        boolean first = one.source() == Source.ACKNOWLEDGED
                && (other.source() != Source.ACKNOWLEDGED || one.since() <= other.since());
        return first || other.source() != Source.ACKNOWLEDGED ? one : other;
    }

    /** From the end of a log to its beginning: was one of the later turns acknowledged before this one was sent? */
    private void inOrder(Map<Long, Sighting> log) {
        List<Sighting> backwards = log.values().stream()
                .sorted(Comparator.comparingLong(
                        (Sighting seen) -> -seen.place().number()))
                .toList();
        Sighting earliest = null;
        for (Sighting seen : backwards) {
            if (earliest != null
                    && earliest.since() < evidence.sent(seen.id())
                    && evidence.sent(seen.id()) != Long.MAX_VALUE) {
                complaints.add(
                        Kind.REORDERED,
                        seen.id(),
                        "it stands at %s (%s), before %s at %s, which %s had acknowledged before it was first sent",
                        seen.place(),
                        seen.by(),
                        earliest.id(),
                        earliest.place(),
                        earliest.by());
            }
            if (seen.source() == Source.ACKNOWLEDGED && (earliest == null || seen.since() < earliest.since())) {
                earliest = seen;
            }
        }
    }

    private void afterExpected(Op op) {
        if (!(op.ask() instanceof Ask.Append append)) {
            return;
        }
        Where expected = append.expected();
        long next = expected.number() + append.turns().size();
        if (op.said() instanceof Said.Stored stored) {
            further(op, stored.last(), next);
            if (append.turns().size() == 1 && stored.last().number() > next) {
                behind(op, "stored at " + stored.last());
            }
        } else if (op.said() instanceof Said.AlreadyThere there) {
            further(op, there.last(), next);
        } else if (op.said() instanceof Said.Mismatch mismatch) {
            further(op, mismatch.place(), expected.number() + 1);
        } else if (op.said() instanceof Said.Conflict conflict) {
            further(op, conflict.tail(), expected.number() + 1);
        }
    }

    private void further(Op op, Where place, long least) {
        Where expected = ((Ask.Append) op.ask()).expected();
        if (place.epoch() != expected.epoch() || place.number() < least) {
            behind(op, "an answer that points to " + place);
        }
    }

    private void behind(Op op, String what) {
        complaints.add(
                Kind.BACKWARDS,
                "call " + op.number(),
                "%s, though %s was expected to be the last place before it",
                what,
                ((Ask.Append) op.ask()).expected());
    }
}
