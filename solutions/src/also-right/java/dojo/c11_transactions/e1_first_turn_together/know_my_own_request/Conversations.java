// Idea: No token: the META item that refuses comes back with its request id, and one of mine means that I was here
// before.
package dojo.c11_transactions.e1_first_turn_together;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
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
            ddb.transactWriteItems(both -> both.transactItems(meta, turn));
            return new Opening.Opened();
        } catch (TransactionCanceledException cancelled) {
            List<CancellationReason> reasons = cancelled.cancellationReasons(); // in the order of the items
            if (isRefusal(reasons.get(0))) {
                AttributeValue opener = reasons.get(0).item().get("request_id");
                boolean mine = AttributeValue.fromS(requestId).equals(opener);
                return mine ? new Opening.Opened() : new Opening.SessionTaken();
            }
            if (isRefusal(reasons.get(1))) {
                return new Opening.TurnTaken();
            }
            throw cancelled; // a conflict or a throttle decides nothing
        }
    }

    private TransactWriteItem ifAbsent(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(item)
                        .conditionExpression("attribute_not_exists(PK)")
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    private static boolean isRefusal(CancellationReason reason) {
        return "ConditionalCheckFailed".equals(reason.code());
    }
}
