package dojo.exhibits.append;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure.ALL_OLD;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The idea of the reference implementation in one method: the caller says which position it writes. */
final class PositionKeyedLog {

    /** How an attempt ended; a refusal that meets our own turn is a success. */
    enum Outcome {
        STORED,
        ALREADY_THERE,
        TAKEN
    }

    private final DynamoDbClient ddb;
    private final String table;

    PositionKeyedLog(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    // tag::position-key[]
    Outcome append(String session, long position, String responseId, String text) {
        Map<String, AttributeValue> turn = Map.of(
                "PK", fromS("SESSION#" + session),
                "SK", fromS("TURN#%010d".formatted(position)),
                "response_id", fromS(responseId),
                "content", fromS(text));
        try {
            ddb.putItem(put -> put.tableName(table)
                    .item(turn)
                    .conditionExpression("attribute_not_exists(PK)")
                    .returnValuesOnConditionCheckFailure(ALL_OLD));
            return Outcome.STORED;
        } catch (ConditionalCheckFailedException refused) {
            return refused.item().equals(turn) ? Outcome.ALREADY_THERE : Outcome.TAKEN;
        }
    }
    // end::position-key[]
}
