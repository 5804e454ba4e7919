package dojo.session.dynamo;

import static dojo.session.dynamo.Items.number;
import static dojo.session.dynamo.Keys.string;

import dojo.session.Created;
import dojo.session.CustomerId;
import dojo.session.NewSession;
import dojo.session.work.Work;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Access pattern 1: open a session; a guest's with one conditional Put of its META item.
 *
 * <p>A customer's is opened by a transaction that also writes the membership, by which erasure finds the session, and
 * looks for the marker of an erased customer. Either the erasure comes first and the transaction is refused, or the
 * membership is there when the erasure looks.
 */
record CreateSession(String table, Home home, Upkeep upkeep) {
    private static final String FREE = "attribute_not_exists(PK)";
    private static final String FREE_OR_OVER =
            FREE + " OR (expires_at <= :now AND epoch < :epoch" + " AND request_id <> :request AND v <= :newest)";

    Work<Created> create(NewSession wish) {
        // The epoch is the clock's, so that it rises even if TTL has removed the META which knew the last one.
        return Work.now().then(now -> create(wish, now, Math.max(1, now.toEpochMilli()), false));
    }

    /** @param over whether an expired session of this id was seen */
    private Work<Created> create(NewSession wish, Instant now, long epoch, boolean over) {
        Meta meta = Items.newMeta(wish, epoch, now, upkeep, home.region());
        return wish.customer()
                .map(customer -> forCustomer(wish, meta, customer, now, over))
                .orElseGet(() -> forGuest(wish, meta, now));
    }

    private Work<Created> forGuest(NewSession wish, Meta meta, Instant now) {
        return Work.ask(put(meta, now))
                .then(stored -> opened(meta, !stored.attributes().isEmpty()))
                .on(ConditionalCheckFailedException.class, refused -> refused(wish, refused.item(), now));
    }

    private static Work<Created> opened(Meta meta, boolean over) {
        return over
                ? Work.billed(bill -> new Created.Reclaimed(meta.start(), bill))
                : Work.billed(bill -> new Created.Opened(meta.start(), bill));
    }

    private static Map<String, AttributeValue> values(Meta meta, Instant now) {
        return Map.of(
                ":now", number(now.getEpochSecond()),
                ":epoch", number(meta.epoch()),
                ":request", string(meta.requestId()),
                ":newest", number(ItemVersions.META));
    }

    // tag::create[]
    private PutItemRequest put(Meta meta, Instant now) {
        return PutItemRequest.builder()
                .tableName(table)
                .item(Items.item(meta))
                .conditionExpression(FREE_OR_OVER)
                .expressionAttributeValues(values(meta, now))
                .returnValues("ALL_OLD")
                .returnValuesOnConditionCheckFailure("ALL_OLD")
                .build();
    }
    // end::create[]

    private Work<Created> forCustomer(NewSession wish, Meta meta, CustomerId customer, Instant now, boolean over) {
        return Work.ask(transaction(meta, customer, now, over))
                .then(stored -> opened(meta, over))
                .on(TransactionCanceledException.class, cancelled -> {
                    List<CancellationReason> reasons = cancelled.cancellationReasons();
                    if (failed(reasons, 2)) {
                        Instant until = EraseCustomer.until(reasons.get(2).item());
                        return Work.billed(bill -> new Created.Erased(until, bill));
                    }
                    return failed(reasons, 0) ? refused(wish, reasons.get(0).item(), now) : Work.failed(cancelled);
                });
    }

    private static boolean failed(List<CancellationReason> reasons, int action) {
        return reasons.size() > action && Cancelled.refused(reasons.get(action));
    }

    private TransactWriteItemsRequest transaction(Meta meta, CustomerId customer, Instant now, boolean over) {
        // A transaction does not return what it replaced, so the first attempt expects a free id.
        Put.Builder head = Put.builder()
                .tableName(table)
                .item(Items.item(meta))
                .conditionExpression(over ? FREE_OR_OVER : FREE)
                .returnValuesOnConditionCheckFailure("ALL_OLD");
        if (over) {
            head.expressionAttributeValues(values(meta, now));
        }
        Put membership = Put.builder()
                .tableName(table)
                .item(Membership.item(meta, customer))
                .build();
        // tag::customer[]
        ConditionCheck notErased = ConditionCheck.builder()
                .tableName(table)
                .key(Keys.erased(customer))
                .conditionExpression("attribute_not_exists(PK) OR kept_until <= :now")
                .expressionAttributeValues(Map.of(":now", number(now.getEpochSecond())))
                .returnValuesOnConditionCheckFailure("ALL_OLD")
                .build();
        // end::customer[]
        List<TransactWriteItem> all = List.of(
                TransactWriteItem.builder().put(head.build()).build(),
                TransactWriteItem.builder().put(membership).build(),
                TransactWriteItem.builder().conditionCheck(notErased).build());
        return TransactWriteItemsRequest.builder().transactItems(all).build();
    }

    private Work<Created> refused(NewSession wish, Map<String, AttributeValue> item, Instant now) {
        Meta there = Items.meta(wish.id(), item);
        return there.requestId().equals(wish.requestId())
                ? myOwn(wish, there, Tombstones.is(item), now)
                : another(wish, there, now);
    }

    private static Work<Created> myOwn(NewSession wish, Meta there, boolean erased, Instant now) {
        if (erased) {
            return Work.billed(bill -> new Created.Spent(there.createdAt(), bill));
        }
        if (!there.customer().equals(wish.customer())) {
            return Work.billed(Created.Mismatch::new);
        }
        return there.expired(now)
                ? Work.billed(bill -> new Created.Spent(there.expiresAt(), bill))
                : Work.billed(bill -> new Created.AlreadyThere(there.start(), bill));
    }

    private Work<Created> another(NewSession wish, Meta there, Instant now) {
        if (there.expired(now)) {
            // Its epoch may be ahead of our clock; the next one is free, and the condition sees to it that one caller
            // gets it.
            return create(wish, now, Math.max(Math.max(1, now.toEpochMilli()), there.epoch() + 1), true);
        }
        return Work.billed(bill -> new Created.Live(there.expiresAt(), bill));
    }
}
