package dojo.session.dynamo;

import static dojo.session.dynamo.Items.number;
import static dojo.session.dynamo.Keys.string;

import dojo.session.SessionId;
import dojo.session.Stored;
import dojo.session.Summary;
import dojo.session.work.Work;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Access pattern 5: store a summary once, right after the one before it.
 *
 * <p>The key holds where a summary ends, so a condition on the key alone would let two writers with different ideas of
 * an end store two summaries of one beginning. META therefore names the latest summary, and both change together or
 * not at all. The same transaction refuses what belongs to a session that is over, erased, or begun anew. A summary that
 * a redaction emptied gives its place to one that is made of what is left.
 */
record StoreSummary(String table, Home home) {
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

    /** The head, and which summary it names. */
    private record Head(Meta meta, Optional<String> pointer) {}

    /** What is known of the place before the write. */
    private record Place(Optional<Summary> latest, boolean ends) {}

    private Work<Stored> attempt(Token log, Summary summary, int attempt) {
        return get(log.session(), string("META"))
                .then(item -> Work.now().then(now -> {
                    Optional<Head> head = item.map(found -> new Head(
                                    Items.meta(log.session(), found),
                                    Optional.ofNullable(found.get("summary_key"))
                                            .map(AttributeValue::s)))
                            .filter(found -> !found.meta().expired(now));
                    if (head.isEmpty()) {
                        return Work.billed(Stored.Absent::new);
                    }
                    Meta meta = head.get().meta();
                    if (!home.isOf(meta)) {
                        return Work.billed(bill -> new Stored.Elsewhere(meta.home(), bill));
                    }
                    return meta.isIn(log.epoch())
                            ? place(meta, summary).then(place -> judge(head.get(), place, log, summary, now, attempt))
                            : Work.billed(Stored.Restarted::new);
                }));
    }

    /** Strongly consistent, and at the same time; a session that moved has summaries and turns in earlier epochs too. */
    private Work<Place> place(Meta meta, Summary summary) {
        Work<Optional<Summary>> latest = new LatestSummary(table)
                .of(meta.session(), true)
                .map(item -> item.filter(found -> meta.isIn(Keys.epoch(Items.text(found, "SK"))))
                        .map(found -> Items.summary(meta.start(), found)));
        Work<Boolean> ends = get(meta.session(), Keys.turn(epochOf(meta, summary.to()), summary.to()))
                .map(item -> item.isPresent() && !Items.slot(item.get()).isSeal());
        return Work.both(latest, ends, Place::new);
    }

    private static long epochOf(Meta meta, long turn) {
        return meta.partOf(turn - 1).epoch();
    }

    private Work<Stored> judge(Head head, Place place, Token log, Summary summary, Instant now, int attempt) {
        long covered = place.latest().map(Summary::to).orElse(0L);
        if (summary.from() <= covered) {
            Work<Stored> overlap =
                    Work.billed(bill -> new Stored.Overlap(place.latest().orElseThrow(), bill));
            return occupied(head.meta(), log, summary, overlap);
        }
        if (summary.from() > covered + 1) {
            return Work.billed(bill -> new Stored.Gap(covered + 1, bill));
        }
        return place.ends() ? write(head, log, summary, now, attempt) : Work.billed(Stored.NoSuchTurn::new);
    }

    /** The summary in the way may be this very one; it may have been stored before the session moved, too. */
    private Work<Stored> occupied(Meta meta, Token log, Summary summary, Work<Stored> otherwise) {
        long before = epochOf(meta, summary.to());
        return get(meta.session(), Keys.summary(meta.epoch(), summary.to()))
                .then(found -> found.isPresent() || before == meta.epoch()
                        ? Work.done(found)
                        : get(meta.session(), Keys.summary(before, summary.to())))
                .then(found -> {
                    if (found.isEmpty()) {
                        return otherwise;
                    }
                    Summary there = Items.summary(log, found.get());
                    return Work.billed(bill -> there.repeats(summary)
                            ? new Stored.AlreadyThere(there, bill)
                            : new Stored.Mismatch(there, bill));
                });
    }

    private Work<Stored> write(Head head, Token log, Summary summary, Instant now, int attempt) {
        return Work.ask(putAndPoint(head, summary, now))
                .then(done -> Work.<Stored>billed(Stored.Kept::new))
                .on(TransactionCanceledException.class, cancelled -> {
                    if (attempt == ATTEMPTS || !Cancelled.overtaken(cancelled)) {
                        return Work.failed(cancelled);
                    }
                    Work<Stored> again = Work.pause(attempt).then(rested -> attempt(log, summary, attempt + 1));
                    return Cancelled.refused(cancelled.cancellationReasons().get(0))
                            ? occupied(head.meta(), log, summary, again)
                            : again;
                });
    }

    // tag::store[]
    private TransactWriteItemsRequest putAndPoint(Head head, Summary summary, Instant now) {
        Meta meta = head.meta();
        Put put = Put.builder()
                .tableName(table)
                .item(Items.item(meta, summary))
                .conditionExpression("attribute_not_exists(PK)" + " OR (kind = :emptied AND inputs <> :inputs)")
                .expressionAttributeValues(Map.of(
                        ":emptied", string(Kind.REMOVED.name()),
                        ":inputs", string(inputs(summary))))
                .build();
        Map<String, AttributeValue> values = new HashMap<>(Map.of(
                ":this", Keys.summary(meta.epoch(), summary.to()),
                ":epoch", number(meta.epoch()),
                ":now", number(now.getEpochSecond())));
        head.pointer().ifPresent(latest -> values.put(":latest", string(latest)));
        Update.Builder point = Update.builder()
                .tableName(table)
                .key(Keys.meta(meta.session()))
                .updateExpression("SET summary_key = :this")
                .expressionAttributeValues(values);
        if (head.pointer().isPresent()) {
            point.conditionExpression("epoch = :epoch AND expires_at > :now AND summary_key = :latest");
        } else {
            point.conditionExpression("epoch = :epoch AND expires_at > :now AND attribute_not_exists(summary_key)");
        }
        List<TransactWriteItem> both = List.of(
                TransactWriteItem.builder().put(put).build(),
                TransactWriteItem.builder().update(point.build()).build());
        return TransactWriteItemsRequest.builder().transactItems(both).build();
    }
    // end::store[]

    /** What was emptied by a redaction does not come back by a repetition. */
    private static String inputs(Summary summary) {
        return summary.origin().map(Summary.Origin::inputs).orElseThrow();
    }

    private Work<Optional<Map<String, AttributeValue>>> get(SessionId session, AttributeValue sortKey) {
        var request = GetItemRequest.builder()
                .tableName(table)
                .key(Map.of("PK", Keys.session(session), "SK", sortKey))
                .consistentRead(true)
                .build();
        return Work.ask(request).map(answer -> answer.hasItem() ? Optional.of(answer.item()) : Optional.empty());
    }
}
