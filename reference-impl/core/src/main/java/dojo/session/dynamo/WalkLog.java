package dojo.session.dynamo;

import static dojo.session.work.Work.again;
import static dojo.session.work.Work.finished;

import dojo.session.TurnId;
import dojo.session.work.Work;
import dojo.session.work.Work.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Reads the places of a log from one on to its end, looking for some turns.
 *
 * <p>Strongly consistent, page by page. Costs one read unit for each 4 KB of turns passed; leaving out their text saves
 * bytes on the wire, not units.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.Pagination.html">AWS: paging</a>
 */
record WalkLog(String table) {
    private static final int LOOKS_AT_A_HOLE = 3;

    /**
     * Where the log ends, the seal if one ends it, and the wanted turns that stand in it.
     *
     * @param first the turn in the first place, if there is one
     * @param looks how often in a row nothing new was seen
     */
    record Walked(long last, Optional<Slot> seal, Optional<TurnId> first, List<Slot> found, int looks) {
        private Walked lookedAgain() {
            return new Walked(last, seal, first, found, looks + 1);
        }

        private Walked passed(Slot slot, boolean wanted) {
            List<Slot> more = found;
            if (wanted) {
                more = new ArrayList<>(found);
                more.add(slot);
            }
            Optional<Slot> end = slot.isSeal() ? Optional.of(slot) : Optional.empty();
            return new Walked(slot.position(), end, first.or(slot::turnId), List.copyOf(more), 0);
        }
    }

    Work<Walked> from(Token place, Set<TurnId> wanted) {
        Walked nothing = new Walked(place.position() - 1, Optional.empty(), Optional.empty(), List.of(), 0);
        return Work.repeat(nothing, walked -> look(place, walked, wanted));
    }

    private Work<Step<Walked, Walked>> look(Token place, Walked before, Set<TurnId> wanted) {
        if (before.looks() == LOOKS_AT_A_HOLE) {
            return Work.failed(
                    new IllegalStateException(
                            "Session " + place.session() + " has turns after place " + (before.last() + 1)
                                    + " but none there: single turns of a log are never deleted. Restart the session, or restore the turn."));
        }
        return Work.ask(query(place.at(before.last() + 1))).map(page -> {
            Walked walked = follow(page, before, wanted);
            boolean hole = walked.last() - before.last() < page.count();
            if (walked.seal().isPresent() || walked.found().size() == wanted.size()) {
                return finished(walked);
            }
            if (!hole && page.lastEvaluatedKey().isEmpty()) {
                return finished(walked);
            }
            return again(walked.last() == before.last() ? before.lookedAgain() : walked);
        });
    }

    /**
     * Goes from place to place and stops before a hole: a Query is no snapshot, so it may have passed an empty place
     * just before it was filled, and then have seen the turn after it.
     */
    private static Walked follow(QueryResponse page, Walked before, Set<TurnId> wanted) {
        Walked walked = before;
        for (Map<String, AttributeValue> item : page.items()) {
            Slot slot = Items.slot(item);
            if (slot.position() != walked.last() + 1) {
                return walked;
            }
            walked = walked.passed(slot, isWanted(slot, wanted, walked.found()));
        }
        return walked;
    }

    /** A turn that stands twice, because its writer once showed a later position, counts where it stands first. */
    private static boolean isWanted(Slot slot, Set<TurnId> wanted, List<Slot> found) {
        return slot.turnId()
                .filter(wanted::contains)
                .filter(id -> found.stream().noneMatch(earlier -> earlier.holds(id)))
                .isPresent();
    }

    // tag::walk[]
    private QueryRequest query(Token from) {
        Keys.Range places = Keys.turnsFrom(from.epoch(), from.position());
        return QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("PK = :pk AND SK BETWEEN :first AND :last")
                .projectionExpression("SK, v, kind, turn_id, payload, moved_to")
                .expressionAttributeValues(Map.of(
                        ":pk", Keys.session(from.session()),
                        ":first", places.first(),
                        ":last", places.last()))
                .consistentRead(true)
                .build();
    }
    // end::walk[]
}
