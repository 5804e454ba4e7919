package dojo.session.dynamo;

import static dojo.session.dynamo.Items.number;
import static dojo.session.work.Work.again;
import static dojo.session.work.Work.finished;

import dojo.session.CustomerId;
import dojo.session.Erased;
import dojo.session.ErasureReceipt;
import dojo.session.Readmitted;
import dojo.session.SessionId;
import dojo.session.dynamo.EraseItems.Span;
import dojo.session.dynamo.EraseSession.Taken;
import dojo.session.work.Work;
import dojo.session.work.Work.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Erases what was said by a customer, or in a guest's session, and makes the receipt.
 *
 * <p>A customer is marked as erased first: from then on no session is created, and the memberships are all there are.
 * Session by session is then taken out of use, overwritten and tallied, and the tally kept in the membership. So it can
 * end anywhere, and go on where it ended.
 */
final class EraseCustomer {
    /** So many items are overwritten by one call at most; that takes some ten seconds. */
    private static final int MOST = 2_000;

    private final String table;
    private final Upkeep upkeep;
    private final EraseSession sessions;
    private final EraseItems items;

    EraseCustomer(String table, Home home, Upkeep upkeep, RemoveContent content) {
        this.table = table;
        this.upkeep = upkeep;
        this.sessions = new EraseSession(table, home);
        this.items = new EraseItems(table, content);
    }

    static Instant until(Map<String, AttributeValue> marker) {
        return Instant.ofEpochSecond(Items.whole(marker, "kept_until"));
    }

    Work<Erased> erase(CustomerId customer) {
        return Work.now()
                .then(now -> mark(customer, now))
                .then(begun -> Work.repeat(
                                new Progress(Map.of(), List.of(), Set.of(), MOST),
                                progress -> next(customer, begun, progress))
                        .then(all -> all.left() < 0
                                ? Work.billed(Erased.Underway::new)
                                : all.elsewhere().isEmpty()
                                        ? receipt(customer, begun, all.lines())
                                        : Work.billed(bill -> new Erased.Elsewhere(all.elsewhere(), bill))));
    }

    // tag::mark[]
    /** When the erasure began: now, unless an earlier attempt was first. */
    private Work<Long> mark(CustomerId customer, Instant now) {
        long until = now.plus(upkeep.refusal()).getEpochSecond();
        Map<String, AttributeValue> marker = new HashMap<>(Keys.erased(customer));
        marker.put("v", number(ItemVersions.OTHERS));
        marker.put("at", number(now.toEpochMilli()));
        marker.put("kept_until", number(until));
        marker.put("ttl", number(until + Upkeep.RETRY_HORIZON.toSeconds()));
        PutItemRequest put = PutItemRequest.builder()
                .tableName(table)
                .item(marker)
                .conditionExpression("attribute_not_exists(PK) OR kept_until <= :now")
                .expressionAttributeValues(Map.of(":now", number(now.getEpochSecond())))
                .returnValuesOnConditionCheckFailure("ALL_OLD")
                .build();
        return Work.ask(put)
                .map(marked -> now.toEpochMilli())
                .on(ConditionalCheckFailedException.class, there -> Work.done(Items.whole(there.item(), "at")));
    }
    // end::mark[]

    private record Progress(
            Map<String, AttributeValue> after, List<ErasureReceipt.Line> lines, Set<String> elsewhere, int left) {
        Progress with(Map<String, AttributeValue> member, ErasureReceipt.Line line, int nowLeft) {
            List<ErasureReceipt.Line> more = new ArrayList<>(lines);
            more.add(line);
            return new Progress(key(member), more, elsewhere, nowLeft);
        }

        Progress without(Map<String, AttributeValue> member, Optional<String> region) {
            Set<String> more = new HashSet<>(elsewhere);
            region.ifPresent(more::add);
            return new Progress(key(member), lines, more, left);
        }

        Progress exhausted() {
            return new Progress(after, lines, elsewhere, -1);
        }

        private static Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
            return Map.of("PK", item.get("PK"), "SK", item.get("SK"));
        }
    }

    /** One membership at a time, in the order of their keys. */
    private Work<Step<Progress, Progress>> next(CustomerId customer, long begun, Progress before) {
        Keys.Range memberships = Keys.all("SESSION");
        QueryRequest.Builder query = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("PK = :pk AND SK BETWEEN :first AND :last")
                .expressionAttributeValues(Map.of(
                        ":pk", Keys.customer(customer), ":first", memberships.first(), ":last", memberships.last()))
                .limit(1)
                .consistentRead(true);
        if (!before.after().isEmpty()) {
            query.exclusiveStartKey(before.after());
        }
        return Work.ask(query.build())
                .then(page -> page.items().isEmpty()
                        ? Work.done(finished(before))
                        : member(
                                Membership.of(customer, page.items().get(0)),
                                page.items().get(0),
                                begun,
                                before));
    }

    private Work<Step<Progress, Progress>> member(
            Membership member, Map<String, AttributeValue> item, long begun, Progress before) {
        if (item.containsKey("erased_at")) {
            if (Items.whole(item, "erased_at") != begun) {
                // The trace of an earlier erasure, after which the customer was readmitted.
                return Work.done(again(before.without(item, Optional.empty())));
            }
            Tally tally = Tally.of(item);
            return cleaned(member.session(), Items.whole(item, "below"), member.key(), item.containsKey("clean"))
                    .map(done -> again(before.with(item, tally.line(member.session()), before.left())));
        }
        return sessions.take(member.session(), Optional.of(member.born())).then(taken -> {
            if (taken instanceof Taken.Elsewhere elsewhere) {
                return Work.done(again(before.without(item, Optional.of(elsewhere.region()))));
            }
            Span span = taken instanceof Taken.Below found ? found.span() : new Span(member.born(), 0);
            return items.overwrite(member.session(), span, before.left()).then(walked -> {
                if (!walked.whole()) {
                    return Work.done(finished(before.exhausted()));
                }
                Tally tally = walked.tally().plus("MEMBERSHIP", Tombstones.digest(item));
                return keep(member.key(), tally, begun, span.below())
                        .then(kept -> cleaned(member.session(), span.below(), member.key(), false)
                                .map(done -> again(before.with(item, kept.line(member.session()), walked.left()))));
            });
        });
    }

    private Work<Boolean> cleaned(SessionId session, long below, Map<String, AttributeValue> seat, boolean clean) {
        return clean
                ? Work.done(true)
                : items.clean(session, below)
                        .then(done -> Work.ask(update(seat)
                                .updateExpression("SET clean = :yes")
                                .expressionAttributeValues(Map.of(":yes", AttributeValue.fromBool(true)))
                                .build()))
                        .map(done -> true);
    }

    /** The tally is kept where the next attempt looks for it; the first one counts, for it saw what was there. */
    private Work<Tally> keep(Map<String, AttributeValue> seat, Tally tally, long begun, long below) {
        Map<String, AttributeValue> values = tally.attributes();
        return Work.ask(update(seat)
                        .updateExpression("SET erased_counts = :counts, erased_digest = :digest, erased_at = :at,"
                                + " below = :below")
                        .conditionExpression(
                                "attribute_exists(PK) AND (attribute_not_exists(erased_at) OR erased_at <> :at)")
                        .expressionAttributeValues(Map.of(
                                ":counts", values.get("erased_counts"),
                                ":digest", values.get("erased_digest"),
                                ":at", number(begun),
                                ":below", number(below)))
                        .returnValuesOnConditionCheckFailure("ALL_OLD")
                        .build())
                .map(done -> tally)
                .on(
                        ConditionalCheckFailedException.class,
                        there -> there.hasItem() ? Work.done(Tally.of(there.item())) : Work.failed(there));
    }

    private UpdateItemRequest.Builder update(Map<String, AttributeValue> seat) {
        return UpdateItemRequest.builder().tableName(table).key(seat).conditionExpression("attribute_exists(PK)");
    }

    private Work<Erased> receipt(CustomerId customer, long begun, List<ErasureReceipt.Line> lines) {
        return finish(Keys.erased(customer))
                .then(finished -> done(customer.value(), Instant.ofEpochMilli(begun), finished, lines));
    }

    /** When nothing was left, for the first time. */
    private Work<Instant> finish(Map<String, AttributeValue> seat) {
        return Work.now()
                .then(now -> Work.ask(update(seat)
                        .updateExpression("SET finished_at = if_not_exists(finished_at, :now)")
                        .expressionAttributeValues(Map.of(":now", number(now.toEpochMilli())))
                        .returnValues("ALL_NEW")
                        .build()))
                .map(marker -> Instant.ofEpochMilli(Items.whole(marker.attributes(), "finished_at")));
    }

    private static Work<Erased> done(String subject, Instant begun, Instant finished, List<ErasureReceipt.Line> lines) {
        ErasureReceipt receipt = ErasureReceipt.of(subject, begun, finished, lines);
        return Work.billed(bill -> new Erased.Done(receipt, bill));
    }

    Work<Erased> erase(SessionId guest) {
        return sessions.take(guest, Optional.empty()).then(taken -> {
            if (taken instanceof Taken.Owned owned) {
                return Work.billed(bill -> new Erased.Owned(owned.customer(), bill));
            }
            if (taken instanceof Taken.Elsewhere elsewhere) {
                return Work.billed(bill -> new Erased.Elsewhere(Set.of(elsewhere.region()), bill));
            }
            return taken instanceof Taken.Below below
                    ? guest(guest, below.span())
                    : Work.now().then(now -> done(guest.value(), now, now, List.of()));
        });
    }

    private Work<Erased> guest(SessionId guest, Span span) {
        Map<String, AttributeValue> seat = Keys.meta(guest);
        return Work.ask(GetItemRequest.builder()
                        .tableName(table)
                        .key(seat)
                        .consistentRead(true)
                        .build())
                .then(trace -> {
                    long begun = Items.whole(trace.item(), "created_at");
                    if (trace.item().containsKey("erased_at")) {
                        return guest(
                                guest,
                                span.below(),
                                begun,
                                Tally.of(trace.item()),
                                trace.item().containsKey("clean"));
                    }
                    return items.overwrite(guest, span, MOST)
                            .then(walked -> walked.whole()
                                    ? keep(seat, walked.tally(), begun, span.below())
                                            .then(kept -> guest(guest, span.below(), begun, kept, false))
                                    : Work.billed(Erased.Underway::new));
                });
    }

    private Work<Erased> guest(SessionId guest, long below, long begun, Tally tally, boolean clean) {
        Map<String, AttributeValue> seat = Keys.meta(guest);
        return cleaned(guest, below, seat, clean)
                .then(done -> finish(seat))
                .then(finished ->
                        done(guest.value(), Instant.ofEpochMilli(begun), finished, List.of(tally.line(guest))));
    }

    Work<Readmitted> readmit(CustomerId customer) {
        return Work.now()
                .then(now -> Work.ask(DeleteItemRequest.builder()
                        .tableName(table)
                        .key(Keys.erased(customer))
                        .conditionExpression("kept_until > :now")
                        .expressionAttributeValues(Map.of(":now", number(now.getEpochSecond())))
                        .build()))
                .then(gone -> Work.<Readmitted>billed(Readmitted.Welcome::new))
                .on(ConditionalCheckFailedException.class, none -> Work.billed(Readmitted.NotErased::new));
    }
}
