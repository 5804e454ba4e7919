package dojo.session.dynamo;

import static dojo.session.work.Work.again;
import static dojo.session.work.Work.finished;

import dojo.session.dynamo.Items.Slot;
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
    /**
     * A place of the log.
     *
     * @param listed whether it was stored for a list, and so is in it only if a view says so
     */
    record Seen(Slot slot, boolean listed) {}

    /** What was seen, and the last place without a hole before it. */
    record Survey(List<Seen> seen, long last, boolean sealed) {}

    Work<Survey> from(Token place) {
        Sight begin = new Sight(new Survey(List.of(), place.position() - 1, false), Map.of());
        return Work.repeat(begin, sight -> look(place, sight));
    }

    private record Sight(Survey survey, Map<String, AttributeValue> next) {}

    private Work<Step<Sight, Survey>> look(Token place, Sight before) {
        QueryRequest.Builder query = query(place);
        if (!before.next().isEmpty()) {
            query.exclusiveStartKey(before.next());
        }
        return Work.ask(query.build()).map(page -> {
            Survey survey = follow(before.survey(), page.items());
            boolean hole = survey.seen().size() < before.survey().seen().size() + page.count();
            return hole || !page.hasLastEvaluatedKey()
                    ? finished(survey)
                    : again(new Sight(survey, page.lastEvaluatedKey()));
        });
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
            seen.add(new Seen(slot, item.containsKey("listed")));
        }
        return new Survey(List.copyOf(seen), last, sealed);
    }

    private QueryRequest.Builder query(Token from) {
        Keys.Range places = Keys.turnsFrom(from.epoch(), from.position());
        return QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("PK = :pk AND SK BETWEEN :first AND :last")
                .projectionExpression("SK, v, kind, turn_id, payload, listed")
                .expressionAttributeValues(Map.of(
                        ":pk", Keys.session(from.session()),
                        ":first", places.first(),
                        ":last", places.last()))
                .consistentRead(true);
    }
}
