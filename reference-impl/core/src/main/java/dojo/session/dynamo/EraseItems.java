package dojo.session.dynamo;

import static dojo.session.work.Work.again;
import static dojo.session.work.Work.finished;

import dojo.session.SessionId;
import dojo.session.work.Work;
import dojo.session.work.Work.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Overwrites all items of a session that is out of use, and tallies them.
 *
 * <p>One by one: a batch would need a permission of its own, costs the same, and takes no conditions, so an eraser that
 * is late could write a trace again that another has deleted. Nothing is deleted before the tally is kept, so that a
 * crash loses no count; then what is no place of a log is deleted.
 */
record EraseItems(String table, RemoveContent content) {
    /** The tally so far, and how many items may still be overwritten; the tally is whole if there is no next page. */
    record Walked(Tally tally, int left, boolean whole) {}

    /**
     * The epochs of a session.
     *
     * @param from its first one; what is older is erased with it, but traces of an erasure before it are not counted
     * @param below the first one that is not its own
     */
    record Span(long from, long below) {
        boolean concerns(Map<String, AttributeValue> item) {
            if (Tombstones.what(item).equals("META")) {
                return Tombstones.is(item);
            }
            return Tombstones.epoch(item).orElse(0) < below || Tombstones.is(item);
        }

        boolean counts(Map<String, AttributeValue> item) {
            boolean mine = Tombstones.epoch(item).orElse(from) >= from;
            return Tombstones.tells(item) || (mine && item.containsKey("erased"));
        }
    }

    private record Walk(Tally tally, int left, Map<String, AttributeValue> next) {}

    Work<Walked> overwrite(SessionId session, Span span, int most) {
        return Work.repeat(new Walk(Tally.NONE, most, Map.of()), walk -> page(session, span, walk))
                .then(walked ->
                        walked.whole() ? holdList(session, span.below()).map(held -> walked) : Work.done(walked));
    }

    /** If there was no list yet, one that is being written would find its place free: so it is taken. */
    private Work<Boolean> holdList(SessionId session, long below) {
        return Work.now()
                .then(now -> Work.ask(PutItemRequest.builder()
                        .tableName(table)
                        .item(Tombstones.list(session, below, now))
                        .conditionExpression("attribute_not_exists(PK)")
                        .build()))
                .map(held -> true)
                .on(ConditionalCheckFailedException.class, there -> Work.done(true));
    }

    private Work<Step<Walk, Walked>> page(SessionId session, Span span, Walk before) {
        return Work.ask(query(session, before.next())).then(page -> {
            Tally tally = before.tally();
            List<Work<Boolean>> writes = new ArrayList<>();
            for (Map<String, AttributeValue> item : page.items()) {
                if (!span.concerns(item)) {
                    continue;
                }
                if (Tombstones.tells(item)) {
                    writes.add(put(Tombstones.of(item, span.below())));
                }
                if (span.counts(item)) {
                    tally = tally.plus(Tombstones.what(item), Tombstones.digest(item));
                    tally = Tombstones.hasStoredContent(item) ? tally.plus("CONTENT", Tombstones.digest(item)) : tally;
                }
            }
            Tally sum = tally;
            boolean more = page.hasLastEvaluatedKey();
            int left = before.left() - writes.size();
            return each(writes).map(done -> {
                if (!more) {
                    return finished(new Walked(sum, left, true));
                }
                return left <= 0
                        ? finished(new Walked(sum, left, false))
                        : again(new Walk(sum, left, page.lastEvaluatedKey()));
            });
        });
    }

    /** Summaries, markers, parts and moves have no place to hold; the list and the log keep theirs. */
    Work<Boolean> clean(SessionId session, long below) {
        return content.storedBefore(session, below).then(removed -> cleanTable(session));
    }

    private Work<Boolean> cleanTable(SessionId session) {
        return Work.repeat(
                Map.<String, AttributeValue>of(),
                from -> Work.ask(query(session, from)).then(page -> {
                    List<Work<Boolean>> deletes = page.items().stream()
                            .filter(Tombstones::is)
                            .filter(item ->
                                    !List.of("META", "META#VIEW", "TURN").contains(Tombstones.what(item)))
                            .map(this::delete)
                            .toList();
                    return each(deletes)
                            .map(done -> page.hasLastEvaluatedKey() ? again(page.lastEvaluatedKey()) : finished(true));
                }));
    }

    private QueryRequest query(SessionId session, Map<String, AttributeValue> from) {
        QueryRequest.Builder query = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("PK = :pk")
                .expressionAttributeValues(Map.of(":pk", Keys.session(session)))
                .consistentRead(true);
        return (from.isEmpty() ? query : query.exclusiveStartKey(from)).build();
    }

    private Work<Boolean> each(List<Work<Boolean>> writes) {
        return Work.repeat(
                0,
                i -> i == writes.size()
                        ? Work.done(finished(true))
                        : writes.get(i).map(done -> Work.<Integer, Boolean>again(i + 1)));
    }

    private Work<Boolean> put(Map<String, AttributeValue> trace) {
        return Work.ask(PutItemRequest.builder()
                        .tableName(table)
                        .item(trace)
                        .conditionExpression("attribute_exists(PK)")
                        .build())
                .map(done -> true)
                .on(ConditionalCheckFailedException.class, gone -> Work.done(true));
    }

    private Work<Boolean> delete(Map<String, AttributeValue> item) {
        return Work.ask(DeleteItemRequest.builder()
                        .tableName(table)
                        .key(Map.of("PK", item.get("PK"), "SK", item.get("SK")))
                        .conditionExpression("kind = :erased")
                        .expressionAttributeValues(Map.of(":erased", item.get("kind")))
                        .build())
                .map(done -> true)
                .on(ConditionalCheckFailedException.class, gone -> Work.done(true));
    }
}
