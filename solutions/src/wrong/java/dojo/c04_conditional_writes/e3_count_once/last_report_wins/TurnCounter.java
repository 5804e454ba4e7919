// Misconception: A value instead of a step is safe to repeat, so it needs no condition.
// Held by: the source document, Q6 ("the DynamoDB equivalent of database upsert idempotency")
// Rejected by: a_turn_reported_again_much_later_is_not_counted_again
package dojo.c04_conditional_writes.e3_count_once;

import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalInt;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

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
                    .conditionExpression("attribute_exists(PK)")
                    .expressionAttributeValues(Map.of(
                            ":position", AttributeValue.fromN(Integer.toString(position)),
                            ":now", AttributeValue.fromN(Long.toString(clock.millis())))));
            return OptionalInt.of(position);
        } catch (ConditionalCheckFailedException gone) {
            return OptionalInt.empty();
        }
    }
}
