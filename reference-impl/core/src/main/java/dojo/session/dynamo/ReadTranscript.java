package dojo.session.dynamo;

import static dojo.session.work.Work.again;
import static dojo.session.work.Work.finished;

import dojo.session.SessionId;
import dojo.session.StoredTurn;
import dojo.session.Transcript;
import dojo.session.work.Work;
import dojo.session.work.Work.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads a conversation from a place on, in the order in which it was said. */
record ReadTranscript(String table, Contents contents) {
    private static final int MOST_TURNS = 10_000;

    Work<Transcript> read(SessionId session, long after, int limit) {
        if (after < 0) {
            throw new IllegalArgumentException("A transcript is read from place 0 on, got " + after
                    + ": pass the number of the last turn you have, or 0.");
        }
        if (limit < 1 || limit > MOST_TURNS) {
            throw new IllegalArgumentException("A part of a transcript holds 1 to 10,000 turns, got " + limit
                    + ": read a long conversation in several parts.");
        }
        return new ReadMeta(table)
                .of(session, true)
                .then(meta -> meta.isPresent()
                        ? Work.repeat(new Read(after, List.of()), so -> more(meta.get(), limit, so))
                        : Work.billed(Transcript.Absent::new));
    }

    private record Read(long after, List<Map<String, AttributeValue>> turns) {}

    private Work<Step<Read, Transcript>> more(Meta meta, int limit, Read before) {
        // One more than wanted, to know whether any follow; a seal, if that is it, is none.
        int wanted = limit - before.turns().size();
        Keys.Range places = meta.placesAfter(before.after());
        boolean inForce = before.after() >= meta.base();
        return Work.ask(query(meta, places, wanted + 1)).then(page -> {
            List<Map<String, AttributeValue>> turns = new ArrayList<>(before.turns());
            long last = before.after();
            for (Map<String, AttributeValue> item : page.items()) {
                Slot slot = Items.slot(item);
                if (slot.isSeal()) {
                    break;
                }
                if (slot.isTurn() && turns.size() == limit) {
                    return part(turns, true);
                }
                if (slot.position() != last + 1) {
                    return Work.failed(lacks(meta, last + 1));
                }
                last = slot.position();
                if (slot.isTurn()) {
                    turns.add(item);
                }
            }
            if (page.hasLastEvaluatedKey()
                    || (!inForce && last == meta.partOf(before.after()).last())) {
                return Work.done(again(new Read(last, turns)));
            }
            return inForce ? part(turns, false) : Work.failed(lacks(meta, last + 1));
        });
    }

    private Work<Step<Read, Transcript>> part(List<Map<String, AttributeValue>> turns, boolean more) {
        return contents.whole(turns, true).then(whole -> {
            List<StoredTurn> said = whole.stream().map(Items::turn).toList();
            return Work.billed(bill -> finished(new Transcript.Part(said, more, bill)));
        });
    }

    private static IllegalStateException lacks(Meta meta, long place) {
        return new IllegalStateException("Session " + meta.session() + " lacks the turn in place " + place
                + ". If it has just moved to this Region, its turns are still arriving: read it again. Otherwise single"
                + " turns of a log are never deleted: restart the session, or restore the turn.");
    }

    // tag::read[]
    private QueryRequest query(Meta meta, Keys.Range turns, int limit) {
        return QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("PK = :pk AND SK BETWEEN :first AND :last")
                .expressionAttributeValues(Map.of(
                        ":pk", Keys.session(meta.session()),
                        ":first", turns.first(),
                        ":last", turns.last()))
                .limit(limit)
                .consistentRead(true)
                .build();
    }
    // end::read[]
}
