package dojo.c04_conditional_writes.e2_append_once;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** The turns of every session, each stored once however often the caller retries. */
public final class TurnLog {
    private final DynamoDbClient ddb;
    private final String table;
    private final InstantSource clock;

    public TurnLog(DynamoDbClient ddb, String table, InstantSource clock) {
        this.ddb = ddb;
        this.table = table;
        this.clock = clock;
    }

    /**
     * Stores a turn at its position: 1 for the first of the session, 2 for the next.
     * A retry brings the same session, position and response id again.
     */
    // tag::append-once[]
    public Append append(String sessionId, int position, Turn turn) {
        Map<String, AttributeValue> item = new HashMap<>(turn.attributes());
        item.put("PK", AttributeValue.fromS("SESSION#" + sessionId));
        item.put("SK", AttributeValue.fromS("TURN#%012d".formatted(position)));
        item.put("created_at", AttributeValue.fromN(Long.toString(clock.millis())));
        try {
            ddb.putItem(put -> put.tableName(table)
                    .item(item)
                    .conditionExpression("attribute_not_exists(PK)")
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return new Append.Appended();
        } catch (ConditionalCheckFailedException refused) {
            Turn occupant = Turn.of(refused.item());
            boolean mine = occupant.responseId().equals(turn.responseId());
            return mine ? new Append.AlreadyThere() : new Append.Conflict(occupant);
        }
    }
    // end::append-once[]
}
