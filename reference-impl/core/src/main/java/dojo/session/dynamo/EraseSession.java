package dojo.session.dynamo;

import static dojo.session.dynamo.Items.number;

import dojo.session.CustomerId;
import dojo.session.SessionId;
import dojo.session.dynamo.LogEnd.End;
import dojo.session.work.Work;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Takes a session out of use before anything of it is erased: its log is sealed and META replaced by a trace, in one
 * transaction, so that no writer can add behind the eraser's back.
 *
 * <p>What follows from it is the epoch below which everything may be erased. It is asked for again by each attempt, and
 * is the same whatever happened in between.
 */
record EraseSession(String table, Home home) {
    private static final int ATTEMPTS = 10;

    /** What may be erased. */
    sealed interface Taken {
        /** Everything written in the epochs of the session, and what is older. */
        record Below(EraseItems.Span span) implements Taken {
            long epoch() {
                return span.below();
            }
        }

        /** There is nothing. */
        record Nothing() implements Taken {}

        /** The session is written in another Region. */
        record Elsewhere(String region) implements Taken {}

        /** The session is not the guest's it was taken for. */
        record Owned(CustomerId customer) implements Taken {}
    }

    /** @param born the first epoch of the customer's session; empty for a guest's */
    Work<Taken> take(SessionId session, Optional<Long> born) {
        return take(session, born, 1);
    }

    private Work<Taken> take(SessionId session, Optional<Long> born, int attempt) {
        return Work.ask(GetItemRequest.builder()
                        .tableName(table)
                        .key(Keys.meta(session))
                        .consistentRead(true)
                        .build())
                .then(answer -> answer.hasItem()
                        ? judge(session, answer.item(), born, attempt)
                        : absent(session, born, attempt));
    }

    private Work<Taken> judge(SessionId session, Map<String, AttributeValue> item, Optional<Long> born, int attempt) {
        Meta meta = Items.meta(session, item);
        if (Tombstones.is(item)) {
            return Work.done(below(born.orElse(meta.born()), meta.epoch()));
        }
        if (born.isPresent() && meta.born() != born.get()) {
            // The id was used again since; what is older than that session is over, whosever it was.
            return Work.done(below(born.get(), meta.born()));
        }
        if (born.isEmpty() && meta.customer().isPresent()) {
            return Work.done(new Taken.Owned(meta.customer().get()));
        }
        if (!home.isOf(meta)) {
            return Work.done(new Taken.Elsewhere(meta.home()));
        }
        return new LogEnd(table)
                .of(meta, 1)
                .then(end -> end.sealed() ? again(session, born, attempt) : seal(meta, end, born, attempt));
    }

    private static Taken below(long from, long epoch) {
        return new Taken.Below(new EraseItems.Span(from, epoch));
    }

    private Work<Taken> again(SessionId session, Optional<Long> born, int attempt) {
        return attempt == ATTEMPTS
                ? Work.failed(
                        new IllegalStateException(
                                "Session " + session
                                        + " did not come to rest while it was being erased: others restart it all the time; call again."))
                : Work.pause(attempt).then(rested -> take(session, born, attempt + 1));
    }

    private Work<Taken> seal(Meta meta, End end, Optional<Long> born, int attempt) {
        return Work.now().then(now -> {
            long raised = Math.max(meta.epoch() + 1, now.toEpochMilli());
            return Work.ask(sealAndEmpty(meta, end, raised, now))
                    .map(done -> below(meta.born(), raised))
                    .on(
                            TransactionCanceledException.class,
                            cancelled -> attempt < ATTEMPTS && Cancelled.overtaken(cancelled)
                                    ? again(meta.session(), born, attempt)
                                    : Work.failed(cancelled));
        });
    }

    private TransactWriteItemsRequest sealAndEmpty(Meta meta, End end, long raised, Instant now) {
        // tag::seal[]
        Put seal = Put.builder()
                .tableName(table)
                .item(Tombstones.seal(end.tail().at(end.tail().position() + 1)))
                .conditionExpression("attribute_not_exists(PK)")
                .build();
        Put trace = Put.builder()
                .tableName(table)
                .item(Tombstones.meta(meta, raised, now))
                .conditionExpression("epoch = :epoch")
                .expressionAttributeValues(Map.of(":epoch", number(meta.epoch())))
                .build();
        // end::seal[]
        List<TransactWriteItem> both = List.of(
                TransactWriteItem.builder().put(seal).build(),
                TransactWriteItem.builder().put(trace).build());
        return TransactWriteItemsRequest.builder().transactItems(both).build();
    }

    /** META was deleted first. A new session may come any moment; a trace makes it begin in a later epoch. */
    private Work<Taken> absent(SessionId session, Optional<Long> born, int attempt) {
        return newestEpoch(session)
                .then(newest -> newest.isEmpty()
                        ? Work.done(new Taken.Nothing())
                        : Work.now().then(now -> {
                            long raised = Math.max(newest.get() + 1, now.toEpochMilli());
                            return Work.ask(PutItemRequest.builder()
                                            .tableName(table)
                                            .item(Tombstones.meta(session, raised, now))
                                            .conditionExpression("attribute_not_exists(PK)")
                                            .build())
                                    .map(done -> below(born.orElse(0L), raised))
                                    .on(ConditionalCheckFailedException.class, taken -> again(session, born, attempt));
                        }));
    }

    private Work<Optional<Long>> newestEpoch(SessionId session) {
        Keys.Range turns = Keys.all("TURN");
        QueryRequest newestTurn = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("PK = :pk AND SK BETWEEN :first AND :last")
                .expressionAttributeValues(
                        Map.of(":pk", Keys.session(session), ":first", turns.first(), ":last", turns.last()))
                .scanIndexForward(false)
                .limit(1)
                .consistentRead(true)
                .build();
        QueryRequest anything = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("PK = :pk")
                .expressionAttributeValues(Map.of(":pk", Keys.session(session)))
                .limit(1)
                .consistentRead(true)
                .build();
        return Work.ask(newestTurn)
                .then(page -> page.items().isEmpty()
                        ? Work.ask(anything)
                                .map(any -> any.items().stream().findFirst().map(item -> 0L))
                        : Work.done(
                                Optional.of(Keys.epoch(Items.text(page.items().get(0), "SK")))));
    }
}
