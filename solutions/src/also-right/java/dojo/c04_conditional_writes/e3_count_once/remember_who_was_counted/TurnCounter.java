// Idea: The item keeps the set of all positions that were counted; the price grows with the set.
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
        String place = Integer.toString(position);
        try {
            Map<String, AttributeValue> after = ddb.updateItem(update -> update.tableName(table)
                            .key(Session.key(sessionId))
                            .updateExpression(
                                    "SET turn_count = turn_count + :one, updated_at = :now ADD counted :places")
                            .conditionExpression("attribute_exists(PK) AND NOT contains(counted, :place)")
                            .expressionAttributeValues(Map.of(
                                    ":one", AttributeValue.fromN("1"),
                                    ":place", AttributeValue.fromN(place),
                                    ":places",
                                            AttributeValue.builder().ns(place).build(),
                                    ":now", AttributeValue.fromN(Long.toString(clock.millis()))))
                            .returnValues(ReturnValue.ALL_NEW)
                            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                    .attributes();
            return OptionalInt.of(Session.of(after).turnCount());
        } catch (ConditionalCheckFailedException refused) {
            boolean gone = refused.item().isEmpty();
            return gone
                    ? OptionalInt.empty()
                    : OptionalInt.of(Session.of(refused.item()).turnCount());
        }
    }
}
