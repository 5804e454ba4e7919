// Idea: An update that lets the owner of the position through and changes nothing when it passes a second time.
package dojo.c04_conditional_writes.e2_append_once;

import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
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

    public Append append(String sessionId, int position, Turn turn) {
        try {
            boolean wasThere = ddb.updateItem(update -> update.tableName(table)
                            .key(Map.of(
                                    "PK", AttributeValue.fromS("SESSION#" + sessionId),
                                    "SK", AttributeValue.fromS("TURN#%012d".formatted(position))))
                            .conditionExpression("attribute_not_exists(PK) OR response_id = :id")
                            .updateExpression("SET response_id = :id, #role = if_not_exists(#role, :role),"
                                    + " content = if_not_exists(content, :content),"
                                    + " created_at = if_not_exists(created_at, :now)")
                            .expressionAttributeNames(Map.of("#role", "role"))
                            .expressionAttributeValues(Map.of(
                                    ":id", AttributeValue.fromS(turn.responseId()),
                                    ":role", AttributeValue.fromS(turn.role()),
                                    ":content", AttributeValue.fromS(turn.content()),
                                    ":now", AttributeValue.fromN(Long.toString(clock.millis()))))
                            .returnValues(ReturnValue.ALL_OLD)
                            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                    .hasAttributes();
            return wasThere ? new Append.AlreadyThere() : new Append.Appended();
        } catch (ConditionalCheckFailedException refused) {
            return new Append.Conflict(Turn.of(refused.item()));
        }
    }
}
