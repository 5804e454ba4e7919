// Misconception: A turn may be counted only if it is the very next one.
// Held by: optimistic locking as in VersionedRecordExtension of the Enhanced Client, taken over for a counter
// Rejected by: turns_may_be_reported_in_any_order
package dojo.c04_conditional_writes.e3_count_once;

import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalInt;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** Counts the turns of every session, in its META item. */
public final class TurnCounter {
    private final DynamoDbClient ddb;
    private final String table;
    private final InstantSource clock;

    public TurnCounter(DynamoDbClient ddb, String table, InstantSource clock) {
        this.ddb = ddb;
        this.table = table;
        this.clock = clock;
    }

    public OptionalInt count(String sessionId, int position) {
        try {
            ddb.updateItem(update -> update.tableName(table)
                    .key(Session.key(sessionId))
                    .updateExpression("SET turn_count = :position, updated_at = :now")
                    .conditionExpression("turn_count = :before")
                    .expressionAttributeValues(Map.of(
                            ":before", AttributeValue.fromN(Integer.toString(position - 1)),
                            ":position", AttributeValue.fromN(Integer.toString(position)),
                            ":now", AttributeValue.fromN(Long.toString(clock.millis()))))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return OptionalInt.of(position);
        } catch (ConditionalCheckFailedException refused) {
            boolean gone = refused.item().isEmpty();
            return gone
                    ? OptionalInt.empty()
                    : OptionalInt.of(Session.of(refused.item()).turnCount());
        }
    }
}
