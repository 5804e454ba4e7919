package dojo.session.dynamo;

import static dojo.session.dynamo.Items.number;

import dojo.session.SessionId;
import dojo.session.Stored;
import dojo.session.Summary;
import dojo.session.dynamo.Items.Meta;
import dojo.session.work.Work;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Access pattern 5: store a summary once, right after the one before it.
 *
 * <p>The key holds where a summary ends, so a condition on the key alone would let two writers with different ideas of
 * an end store two summaries of one beginning. META therefore names the latest summary, and both change together or
 * not at all. The same transaction refuses what belongs to a session that is over, erased, or begun anew.
 */
record StoreSummary(String table) {
    private static final int ATTEMPTS = 10;

    Work<Stored> store(SessionId session, Summary summary) {
        Token log = Token.of(summary.origin()
                .orElseThrow(
                        () -> new IllegalArgumentException("A summary is stored with its origin, got none for turns "
                                + summary.from() + " to " + summary.to()
                                + ": say what it was made of and by what, with Summary.of(…)."))
                .log());
        if (!log.session().equals(session)) {
            throw new IllegalArgumentException("The summary was made from the log of session " + log.session()
                    + ", and is to be stored in session " + session + ": store it where it belongs.");
        }
        Sizes.check(summary);
        return attempt(log, summary, 1);
    }

    /** What is known before the write: all three are read at the same time, strongly consistent. */
    private record Known(Optional<Meta> meta, Optional<Summary> latest, boolean ends) {}

    private Work<Stored> attempt(Token log, Summary summary, int attempt) {
        Work<Optional<Meta>> meta = new ReadMeta(table).of(log.session(), true);
        Work<Optional<Summary>> latest = latest(log);
        Work<Boolean> ends = isTurn(log.at(summary.to()));
        return Work.both(
                        meta,
                        Work.both(latest, ends, (before, end) -> new Known(Optional.empty(), before, end)),
                        (head, rest) -> new Known(head, rest.latest(), rest.ends()))
                .then(known -> judge(known, log, summary, attempt));
    }

    private Work<Stored> judge(Known known, Token log, Summary summary, int attempt) {
        if (known.meta().isEmpty()) {
            return Work.billed(Stored.Absent::new);
        }
        if (known.meta().get().epoch() != log.epoch()) {
            return Work.billed(Stored.Restarted::new);
        }
        long covered = known.latest().map(Summary::to).orElse(0L);
        if (summary.from() <= covered) {
            return repeated(log, summary, known.latest().orElseThrow());
        }
        if (summary.from() > covered + 1) {
            return Work.billed(bill -> new Stored.Gap(covered + 1, bill));
        }
        return known.ends()
                ? Work.now().then(now -> write(known.meta().get(), covered, summary, now, attempt))
                : Work.billed(Stored.NoSuchTurn::new);
    }

    /** The latest summary, or an earlier one, may be this very one. */
    private Work<Stored> repeated(Token log, Summary summary, Summary latest) {
        return at(log, summary.to())
                .then(there -> Work.billed(bill -> {
                    if (there.isEmpty()) {
                        return new Stored.Overlap(latest, bill);
                    }
                    return there.get().repeats(summary)
                            ? new Stored.AlreadyThere(there.get(), bill)
                            : new Stored.Mismatch(there.get(), bill);
                }));
    }

    private Work<Stored> write(Meta meta, long covered, Summary summary, Instant now, int attempt) {
        return Work.ask(putAndPoint(meta, covered, summary, now))
                .then(done -> Work.<Stored>billed(Stored.Kept::new))
                .on(
                        TransactionCanceledException.class,
                        cancelled -> attempt < ATTEMPTS && overtaken(cancelled)
                                ? Work.pause(attempt).then(rested -> attempt(meta.start(), summary, attempt + 1))
                                : Work.failed(cancelled));
    }

    // tag::store[]
    private TransactWriteItemsRequest putAndPoint(Meta meta, long covered, Summary summary, Instant now) {
        Put put = Put.builder()
                .tableName(table)
                .item(Items.item(meta, summary))
                .conditionExpression("attribute_not_exists(PK)")
                .build();
        Update point = Update.builder()
                .tableName(table)
                .key(Keys.meta(meta.session()))
                .updateExpression("SET summary_key = :this")
                .conditionExpression("epoch = :epoch AND expires_at > :now"
                        + " AND (attribute_not_exists(summary_key)"
                        + " OR summary_key < :first OR summary_key = :before)")
                .expressionAttributeValues(Map.of(
                        ":this", Keys.summary(meta.epoch(), summary.to()),
                        ":epoch", number(meta.epoch()),
                        ":now", number(now.getEpochSecond()),
                        ":first", Keys.summaries(meta.epoch()).first(),
                        ":before", Keys.summary(meta.epoch(), covered)))
                .build();
        List<TransactWriteItem> both = List.of(
                TransactWriteItem.builder().put(put).build(),
                TransactWriteItem.builder().update(point).build());
        return TransactWriteItemsRequest.builder().transactItems(both).build();
    }
    // end::store[]

    /** Another summary, a restart or another transaction came first; a new look tells which. */
    private static boolean overtaken(TransactionCanceledException cancelled) {
        return cancelled.cancellationReasons().stream()
                .map(CancellationReason::code)
                .anyMatch(code -> "ConditionalCheckFailed".equals(code) || "TransactionConflict".equals(code));
    }

    private Work<Optional<Summary>> latest(Token log) {
        Keys.Range all = Keys.summaries(log.epoch());
        QueryRequest query = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("PK = :pk AND SK BETWEEN :first AND :last")
                .expressionAttributeValues(Map.of(
                        ":pk", Keys.session(log.session()),
                        ":first", all.first(),
                        ":last", all.last()))
                .scanIndexForward(false)
                .limit(1)
                .consistentRead(true)
                .build();
        return Work.ask(query).map(page -> page.items().stream().findFirst().map(item -> Items.summary(log, item)));
    }

    private Work<Optional<Summary>> at(Token log, long to) {
        return get(log, Keys.summary(log.epoch(), to)).map(item -> item.map(found -> Items.summary(log, found)));
    }

    private Work<Boolean> isTurn(Token place) {
        return get(place, Keys.turn(place.epoch(), place.position()))
                .map(item -> item.isPresent() && !Items.slot(item.get()).isSeal());
    }

    private Work<Optional<Map<String, AttributeValue>>> get(Token log, AttributeValue sortKey) {
        var request = GetItemRequest.builder()
                .tableName(table)
                .key(Map.of("PK", Keys.session(log.session()), "SK", sortKey))
                .consistentRead(true)
                .build();
        return Work.ask(request).map(answer -> answer.hasItem() ? Optional.of(answer.item()) : Optional.empty());
    }
}
