// Misconception: A repeated report comes right after the first, so the last one is all there is to remember.
// Held by: the reference implementation, for changes that come in order: UpdateMetadata keeps the id of the last one
// Rejected by: a_turn_reported_again_much_later_is_not_counted_again
package dojo.c04_conditional_writes.e3_count_once;

import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalInt;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
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
            Map<String, AttributeValue> after = ddb.updateItem(update -> update.tableName(table)
                            .key(Session.key(sessionId))
                            .updateExpression(
                                    "SET turn_count = turn_count + :one, last_counted = :position, updated_at = :now")
                            .conditionExpression("attribute_exists(PK)"
                                    + " AND (attribute_not_exists(last_counted) OR last_counted <> :position)")
                            .expressionAttributeValues(Map.of(
                                    ":one", AttributeValue.fromN("1"),
                                    ":position", AttributeValue.fromN(Integer.toString(position)),
                                    ":now", AttributeValue.fromN(Long.toString(clock.millis()))))
                            .returnValues(ReturnValue.UPDATED_NEW)
                            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                    .attributes();
            return OptionalInt.of(Integer.parseInt(after.get("turn_count").n()));
        } catch (ConditionalCheckFailedException refused) {
            boolean gone = refused.item().isEmpty();
            return gone
                    ? OptionalInt.empty()
                    : OptionalInt.of(Session.of(refused.item()).turnCount());
        }
    }
}
