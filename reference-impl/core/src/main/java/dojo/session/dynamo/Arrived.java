package dojo.session.dynamo;

import dojo.session.Bill;
import dojo.session.Loaded;
import dojo.session.Loaded.Part;
import dojo.session.Loaded.Why;
import dojo.session.StoredTurn;
import dojo.session.Summary;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What of a load has arrived so far, in case the rest never does. Its requests may answer on several threads. */
final class Arrived {
    private final Set<Part> missing = EnumSet.allOf(Part.class);
    private Optional<Meta> head = Optional.empty();
    private Optional<Map<String, AttributeValue>> summary = Optional.empty();
    private Optional<LatestTurns> turns = Optional.empty();

    synchronized Optional<Meta> head(Optional<Meta> arrived) {
        missing.remove(Part.HEAD);
        head = arrived;
        return arrived;
    }

    synchronized Optional<Map<String, AttributeValue>> summary(Optional<Map<String, AttributeValue>> arrived) {
        missing.remove(Part.SUMMARY);
        summary = arrived;
        return arrived;
    }

    synchronized LatestTurns turns(LatestTurns arrived) {
        missing.remove(Part.TURNS);
        turns = Optional.of(arrived);
        return arrived;
    }

    /** The turns, if they are all that the window asks for: with a hole, or half of them, they would mislead. */
    synchronized Optional<List<Map<String, AttributeValue>>> wholeTurns() {
        return head.flatMap(
                meta -> turns.filter(window -> isWhole(window, meta)).map(LatestTurns::oldestFirst));
    }

    private static boolean isWhole(LatestTurns window, Meta meta) {
        return window.under(meta) && !window.torn() && (meta.earlier().isEmpty() || window.full());
    }

    /** An answer without what is missing; {@code whole} are the turns with their content, if they are there. */
    synchronized Loaded without(Why why, Optional<List<Map<String, AttributeValue>>> whole, Bill bill) {
        if (head.isEmpty()) {
            return missing.contains(Part.HEAD)
                    ? new Loaded.Degraded(Optional.empty(), List.of(), EnumSet.allOf(Part.class), why, bill)
                    : new Loaded.Absent(bill);
        }
        if (whole.isEmpty()) {
            missing.add(Part.TURNS);
        }
        List<StoredTurn> shown =
                turns.flatMap(window -> whole.map(window::shown)).orElse(List.of());
        return new Loaded.Degraded(summaryInForce(head.get()), shown, missing, why, bill);
    }

    private Optional<Summary> summaryInForce(Meta meta) {
        return summary.filter(stored -> meta.isIn(Keys.epoch(Items.text(stored, "SK"))))
                .map(stored -> Items.summary(meta.start(), stored));
    }
}
