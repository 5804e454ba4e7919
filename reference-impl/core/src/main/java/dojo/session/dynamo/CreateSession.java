package dojo.session.dynamo;

import static dojo.session.dynamo.Items.number;
import static dojo.session.dynamo.Keys.string;

import dojo.session.Created;
import dojo.session.NewSession;
import dojo.session.dynamo.Items.Meta;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Access pattern 1: open a session with one conditional Put of its META item. */
final class CreateSession {
    private final DynamoDbClient client;
    private final String table;
    private final InstantSource clock;
    private final Rivals rivals;

    CreateSession(DynamoDbClient client, String table, InstantSource clock, Rivals rivals) {
        this.client = client;
        this.table = table;
        this.clock = clock;
        this.rivals = rivals;
    }

    Created create(NewSession wish) {
        Instant now = clock.instant();
        // The epoch is the clock's, so that it rises even if TTL has removed the META which knew the last one.
        return create(wish, now, Math.max(1, now.toEpochMilli()), new Tally());
    }

    private Created create(NewSession wish, Instant now, long epoch, Tally tally) {
        Meta meta = Items.newMeta(wish, epoch, now);
        try {
            PutItemResponse stored = rivals.yieldTo(tally, () -> client.putItem(put(meta, now)));
            tally.wrote(stored.consumedCapacity());
            return stored.attributes().isEmpty()
                    ? new Created.Opened(meta.start(), tally.bill())
                    : new Created.Reclaimed(meta.start(), tally.bill());
        } catch (ConditionalCheckFailedException refused) {
            tally.refused(1);
            Meta there = Items.meta(wish.id(), refused.item());
            return there.requestId().equals(wish.requestId())
                    ? myOwn(wish, there, now, tally)
                    : another(wish, there, now, tally);
        }
    }

    // tag::create[]
    private PutItemRequest put(Meta meta, Instant now) {
        return PutItemRequest.builder()
                .tableName(table)
                .item(Items.item(meta))
                .conditionExpression("attribute_not_exists(PK)"
                        + " OR (expires_at <= :now AND epoch < :epoch"
                        + " AND request_id <> :request)")
                .expressionAttributeValues(Map.of(
                        ":now", number(now.getEpochSecond()),
                        ":epoch", number(meta.epoch()),
                        ":request", string(meta.requestId())))
                .returnValues("ALL_OLD")
                .returnValuesOnConditionCheckFailure("ALL_OLD")
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();
    }
    // end::create[]

    private static Created myOwn(NewSession wish, Meta there, Instant now, Tally tally) {
        if (!there.customer().equals(wish.customer())) {
            return new Created.Mismatch(tally.bill());
        }
        return there.expired(now)
                ? new Created.Spent(Instant.ofEpochSecond(there.expiresAtSeconds()), tally.bill())
                : new Created.AlreadyThere(there.start(), tally.bill());
    }

    private Created another(NewSession wish, Meta there, Instant now, Tally tally) {
        if (there.expired(now)) {
            // Its epoch is ahead of our clock; the next one is free, and the condition sees to it that one caller gets
            // it.
            return create(wish, now, there.epoch() + 1, tally);
        }
        return new Created.Live(Instant.ofEpochSecond(there.expiresAtSeconds()), tally.bill());
    }
}
