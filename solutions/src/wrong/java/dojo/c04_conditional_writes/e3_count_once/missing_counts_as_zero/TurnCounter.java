// Misconception: A counter that is not there is a counter at zero.
// Held by: the AWS API reference, UpdateItem: ADD and SET create the item if there is none, and examples rely on it
// Rejected by: a_session_that_is_gone_stays_gone
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
                    .conditionExpression("attribute_not_exists(turn_count) OR turn_count < :position")
                    .expressionAttributeValues(Map.of(
                            ":position", AttributeValue.fromN(Integer.toString(position)),
                            ":now", AttributeValue.fromN(Long.toString(clock.millis()))))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return OptionalInt.of(position);
        } catch (ConditionalCheckFailedException refused) {
            return OptionalInt.of(Session.of(refused.item()).turnCount());
        }
    }
}
