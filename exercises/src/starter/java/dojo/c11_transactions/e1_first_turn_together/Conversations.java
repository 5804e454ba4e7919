package dojo.c11_transactions.e1_first_turn_together;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Opens conversations: a session and the customer's first message. */
public final class Conversations {
    private final DynamoDbClient ddb;
    private final String table;

    public Conversations(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    /** Stores the session and its first turn; a retry of the same request brings the same request id. */
    public Opening open(String requestId, String sessionId, Turn first) {
        if (!putIfAbsent(Items.meta(sessionId, requestId, 1))) {
            return new Opening.SessionTaken();
        }
        if (!putIfAbsent(Items.firstTurn(sessionId, first))) {
            return new Opening.TurnTaken();
        }
        return new Opening.Opened();
    }

    private boolean putIfAbsent(Map<String, AttributeValue> item) {
        try {
            ddb.putItem(put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(PK)"));
            return true;
        } catch (ConditionalCheckFailedException there) {
            return false;
        }
    }
}
