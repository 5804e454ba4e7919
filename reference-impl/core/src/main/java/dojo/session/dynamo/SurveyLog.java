package dojo.session.dynamo;

import static dojo.session.work.Work.again;
import static dojo.session.work.Work.finished;

import dojo.session.work.Work;
import dojo.session.work.Work.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Says what stands in a log from one place on, without the texts; ends before a hole, which is about to be filled.
 *
 * <p>Strongly consistent; costs one read unit for each started 4 KB of the turns passed, at least one.
 */
record SurveyLog(String table) {
    /** Marks a turn that was stored for a list. */
    static final String LISTED = "listed";

    /**
     * A place of the log.
     *
     * @param listed whether it was stored for a list, and so is in it only if a view says so
     */
    record Seen(Slot slot, boolean listed) {}

    /** What was seen, and the last place without a hole before it. */
    record Survey(List<Seen> seen, long last, boolean sealed) {}

    Work<Survey> after(Meta meta, long place) {
        return Work.repeat(new Survey(List.of(), place, false), so -> look(meta, so));
    }

    private Work<Step<Survey, Survey>> look(Meta meta, Survey before) {
        boolean inForce = before.last() >= meta.base();
        return Work.ask(query(meta, before.last())).then(page -> {
            Survey survey = follow(before, page.items());
            boolean further = survey.last() > before.last();
            if (!inForce) {
                return further ? Work.done(again(survey)) : Work.failed(lacks(meta, before.last() + 1));
            }
            boolean hole = survey.last() < before.last() + page.count();
            return Work.done(further && !hole && page.hasLastEvaluatedKey() ? again(survey) : finished(survey));
        });
    }

    /** A part of the log that was closed has no holes, unless it has not arrived in this Region yet. */
    private static IllegalStateException lacks(Meta meta, long place) {
        return new IllegalStateException("Session " + meta.session() + " lacks the turn in place " + place
                + ". If it has just moved to this Region, its turns are still arriving: repeat the call.");
    }

    private static Survey follow(Survey before, List<Map<String, AttributeValue>> items) {
        List<Seen> seen = new ArrayList<>(before.seen());
        long last = before.last();
        boolean sealed = before.sealed();
        for (Map<String, AttributeValue> item : items) {
            Slot slot = Items.slot(item);
            if (slot.position() != last + 1) {
                break;
            }
            last = slot.position();
            sealed = slot.isSeal();
            seen.add(new Seen(slot, item.containsKey(LISTED)));
        }
        return new Survey(List.copyOf(seen), last, sealed);
    }

    private QueryRequest query(Meta meta, long place) {
        Keys.Range places = meta.placesAfter(place);
        return QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("PK = :pk AND SK BETWEEN :first AND :last")
                .projectionExpression("SK, v, kind, turn_id, payload, moved_to, listed")
                .expressionAttributeValues(Map.of(
                        ":pk", Keys.session(meta.session()),
                        ":first", places.first(),
                        ":last", places.last()))
                .consistentRead(true)
                .build();
    }
}
