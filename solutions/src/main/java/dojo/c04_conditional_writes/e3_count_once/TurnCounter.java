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

    /**
     * Counts the turn that was stored at this position, 1 for the first of the session.
     * Every turn is reported at least once; answers how many there are, or nothing if the session is gone.
     */
    // tag::count-once[]
    public OptionalInt count(String sessionId, int position) {
        try {
            ddb.updateItem(update -> update.tableName(table)
                    .key(Session.key(sessionId))
                    .updateExpression("SET turn_count = :position, updated_at = :now")
                    .conditionExpression("turn_count < :position")
                    .expressionAttributeValues(Map.of(
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
    // end::count-once[]
}
