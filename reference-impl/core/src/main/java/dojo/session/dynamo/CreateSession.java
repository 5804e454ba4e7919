package dojo.session.dynamo;

import static dojo.session.dynamo.Items.number;
import static dojo.session.dynamo.Keys.string;

import dojo.session.Created;
import dojo.session.NewSession;
import dojo.session.dynamo.Items.Meta;
import dojo.session.work.Work;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** Access pattern 1: open a session with one conditional Put of its META item. */
record CreateSession(String table, Home home, Upkeep upkeep) {
    Work<Created> create(NewSession wish) {
        // The epoch is the clock's, so that it rises even if TTL has removed the META which knew the last one.
        return Work.now().then(now -> create(wish, now, Math.max(1, now.toEpochMilli())));
    }

    private Work<Created> create(NewSession wish, Instant now, long epoch) {
        Meta meta = Items.newMeta(wish, epoch, now, upkeep, home.region());
        return Work.ask(put(meta, now))
                .then(stored -> stored.attributes().isEmpty()
                        ? Work.<Created>billed(bill -> new Created.Opened(meta.start(), bill))
                        : Work.<Created>billed(bill -> new Created.Reclaimed(meta.start(), bill)))
                .on(ConditionalCheckFailedException.class, refused -> {
                    Meta there = Items.meta(wish.id(), refused.item());
                    return there.requestId().equals(wish.requestId())
                            ? myOwn(wish, there, now)
                            : another(wish, there, now);
                });
    }

    // tag::create[]
    private PutItemRequest put(Meta meta, Instant now) {
        return PutItemRequest.builder()
                .tableName(table)
                .item(Items.item(meta))
                .conditionExpression("attribute_not_exists(PK)"
                        + " OR (expires_at <= :now AND epoch < :epoch"
                        + " AND request_id <> :request AND v <= :newest)")
                .expressionAttributeValues(Map.of(
                        ":now", number(now.getEpochSecond()),
                        ":epoch", number(meta.epoch()),
                        ":request", string(meta.requestId()),
                        ":newest", number(ItemVersions.META)))
                .returnValues("ALL_OLD")
                .returnValuesOnConditionCheckFailure("ALL_OLD")
                .build();
    }
    // end::create[]

    private static Work<Created> myOwn(NewSession wish, Meta there, Instant now) {
        if (!there.customer().equals(wish.customer())) {
            return Work.billed(Created.Mismatch::new);
        }
        return there.expired(now)
                ? Work.billed(bill -> new Created.Spent(there.expiresAt(), bill))
                : Work.billed(bill -> new Created.AlreadyThere(there.start(), bill));
    }

    private Work<Created> another(NewSession wish, Meta there, Instant now) {
        if (there.expired(now)) {
            // Its epoch is ahead of our clock; the next one is free, and the condition sees to it that one caller gets
            // it.
            return create(wish, now, there.epoch() + 1);
        }
        return Work.billed(bill -> new Created.Live(there.expiresAt(), bill));
    }
}
