package dojo.session.dynamo;

import static dojo.session.dynamo.Items.number;

import dojo.session.work.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Notes on META that a session is active, when that pays: it extends the session, and moves it in its customer's list.
 *
 * <p>Whether it pays is decided from what the position knows. A condition that fails would decide it too, but is
 * billed; here it fails only if another process noted the same step. After a batch this is a request of its own: inside
 * the transaction META would cost twice as much, and another's note would cancel the turns.
 */
record NoteActivity(String table, Duration step) {
    /** The position with what is noted by now. Never fails: the turn is stored, and the next one tries again. */
    Work<Token> after(Token stored) {
        return Work.now()
                .then(now -> stored.life()
                        .noted(now, step)
                        .map(life -> note(stored, life, now))
                        .orElseGet(() -> Work.done(stored)));
    }

    private Work<Token> note(Token stored, Life life, Instant now) {
        return Work.ask(update(stored, life, now))
                .map(noted -> stored.with(life))
                .on(ConditionalCheckFailedException.class, refused -> Work.done(known(stored, refused.item())))
                .on(RuntimeException.class, failed -> Work.done(stored));
    }

    private UpdateItemRequest update(Token stored, Life life, Instant now) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":step", number(life.active()));
        values.put(":expires", number(life.expires()));
        values.put(":now", number(now.getEpochSecond()));
        values.put(":epoch", number(stored.epoch()));
        values.put(":newest", number(ItemVersions.META));
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(Keys.meta(stored.session()))
                .updateExpression(
                        "SET active_at = :step, expires_at = :expires" + (life.listed() ? ", GSI1SK = :step" : ""))
                // tag::note[]
                .conditionExpression("epoch = :epoch AND v <= :newest"
                        + " AND (attribute_not_exists(active_at) OR active_at < :step)"
                        + " AND expires_at > :now AND expires_at <= :expires")
                // end::note[]
                .expressionAttributeValues(values)
                .returnValuesOnConditionCheckFailure("ALL_OLD")
                .build();
    }

    /** Somebody else noted it, or the log is over; the first saves the next append a try. */
    private static Token known(Token stored, Map<String, AttributeValue> item) {
        Token there = Items.meta(stored.session(), item).start();
        return there.epoch() == stored.epoch() ? stored.with(there.life()) : stored;
    }
}
