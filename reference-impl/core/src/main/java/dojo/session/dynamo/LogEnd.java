package dojo.session.dynamo;

import dojo.session.SessionId;
import dojo.session.work.Work;
import dojo.session.work.Work.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * The end of a session's log as it is now: strongly consistent, META first because it knows the epoch.
 *
 * <p>Costs 1 read unit for META and one for each started 4 KB of the turns looked at.
 */
record LogEnd(String table) {
    private static final int LOOKS = 10;

    /**
     * The latest places of a log that is open.
     *
     * @param slots newest first
     * @param tail the place of the last turn
     */
    record End(Meta meta, List<Slot> slots, Token tail) {
        boolean sealed() {
            return !slots.isEmpty() && slots.get(0).isSeal();
        }
    }

    /** The end of the log of a session that is alive. */
    Work<Optional<End>> latest(SessionId session, int places) {
        return latest(session, places, 1);
    }

    /**
     * A log that ends with its seal is not the one that is open: a restart came between the two requests. Behind the
     * seal there is room, so a turn could be stored there, acknowledged, and seen by nobody.
     */
    private Work<Optional<End>> latest(SessionId session, int places, int look) {
        return new ReadMeta(table).of(session, true).then(meta -> {
            if (meta.isEmpty()) {
                return Work.done(Optional.empty());
            }
            return of(meta.get(), places).then(end -> {
                if (!end.sealed()) {
                    return Work.done(Optional.of(end));
                }
                return look < LOOKS
                        ? latest(session, places, look + 1)
                        : Work.failed(new IllegalStateException("Session " + session + " was restarted again each of "
                                + LOOKS + " times its end was looked for: repeat the call when it has come to rest."));
            });
        });
    }

    Work<End> of(Meta meta, int places) {
        return Work.repeat(new Collected(List.of(), Map.of()), so -> more(meta, places, so));
    }

    private record Collected(List<Slot> slots, Map<String, AttributeValue> next) {}

    private Work<Step<Collected, End>> more(Meta meta, int places, Collected before) {
        QueryRequest.Builder query = backwards(meta, places - before.slots().size());
        if (!before.next().isEmpty()) {
            query.exclusiveStartKey(before.next());
        }
        return Work.ask(query.build()).map(page -> {
            List<Slot> slots = new ArrayList<>(before.slots());
            page.items().forEach(item -> slots.add(Items.slot(item)));
            if (slots.size() < places && page.hasLastEvaluatedKey()) {
                return Work.again(new Collected(slots, page.lastEvaluatedKey()));
            }
            long last = slots.isEmpty() ? meta.base() : slots.get(0).position();
            return Work.finished(new End(meta, List.copyOf(slots), meta.start().at(last)));
        });
    }

    private QueryRequest.Builder backwards(Meta meta, int places) {
        Keys.Range turns = Keys.turnsFrom(meta.epoch(), 1);
        return QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("PK = :pk AND SK BETWEEN :first AND :last")
                .projectionExpression("SK, v, kind, turn_id, payload, moved_to")
                .expressionAttributeValues(Map.of(
                        ":pk", Keys.session(meta.session()),
                        ":first", turns.first(),
                        ":last", turns.last()))
                .scanIndexForward(false)
                .limit(places)
                .consistentRead(true);
    }
}
