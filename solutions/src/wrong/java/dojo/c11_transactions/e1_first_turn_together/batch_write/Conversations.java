// Misconception: A batch write of two items is a transaction of two items, only cheaper.
// Held by: GenU, which stores the messages of a chat with a plain BatchWriteItem
// Rejected by: a_taken_session_is_left_alone
package dojo.c11_transactions.e1_first_turn_together;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

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
        WriteRequest meta = put(Items.meta(sessionId, requestId, 1));
        WriteRequest turn = put(Items.firstTurn(sessionId, first));
        ddb.batchWriteItem(both -> both.requestItems(Map.of(table, List.of(meta, turn))));
        return new Opening.Opened();
    }

    private static WriteRequest put(Map<String, AttributeValue> item) {
        return WriteRequest.builder().putRequest(put -> put.item(item)).build();
    }
}
