// Misconception: A transaction of puts is cancelled by itself when an item is there already.
// Held by: whoever reads Put as INSERT, because it stands in a transaction
// Rejected by: a_taken_session_is_left_alone
package dojo.c11_transactions.e1_first_turn_together;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

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
        ddb.transactWriteItems(both -> both.transactItems(meta, turn).clientRequestToken(requestId));
        return new Opening.Opened();
    }

    private TransactWriteItem ifAbsent(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(item))
                .build();
    }
}
