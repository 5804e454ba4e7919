// Misconception: A transaction is cancelled only because one of its conditions failed.
// Held by: whoever looks for the first reason that is not None and stops reading there
// Rejected by: a_conflict_is_not_a_refusal
package dojo.c11_transactions.e1_first_turn_together;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

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
        TransactWriteItem meta = ifAbsent(Items.meta(sessionId, requestId, 1));
        TransactWriteItem turn = ifAbsent(Items.firstTurn(sessionId, first));
        try {
            ddb.transactWriteItems(both -> both.transactItems(turn, meta).clientRequestToken(requestId));
            return new Opening.Opened();
        } catch (TransactionCanceledException cancelled) {
            String reasonForMeta = cancelled.cancellationReasons().get(1).code();
            return "None".equals(reasonForMeta) ? new Opening.TurnTaken() : new Opening.SessionTaken();
        }
    }

    private TransactWriteItem ifAbsent(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(PK)"))
                .build();
    }
}
