package dojo.c09_ttl.e4_erase_with_receipt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Whoever writes for a customer, at any time; each write looks at the marker in its own transaction. */
public final class Chat {
    private final DynamoDbClient ddb;
    private final String table;

    public Chat(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    /** Opens a session; false if the customer is being erased, or has been. */
    public boolean open(String customerId, String sessionId, Instant end) {
        return write(customerId, List.of(Items.member(customerId, sessionId), Items.meta(customerId, sessionId, end)));
    }

    /** Stores what was said; false if the customer is being erased, or has been. */
    public boolean say(String customerId, String sessionId, String sortKey, String text, Instant end) {
        return write(customerId, List.of(Items.said(sessionId, sortKey, text, end)));
    }

    private boolean write(String customerId, List<Map<String, AttributeValue>> items) {
        List<TransactWriteItem> actions = new ArrayList<>();
        actions.add(TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(table)
                        .key(Items.markerKey(customerId))
                        .conditionExpression("attribute_not_exists(PK)"))
                .build());
        items.forEach(item -> actions.add(TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(item))
                .build()));
        try {
            ddb.transactWriteItems(all -> all.transactItems(actions));
            return true;
        } catch (TransactionCanceledException cancelled) {
            if ("ConditionalCheckFailed".equals(cancelled.cancellationReasons().get(0).code())) {
                return false;
            }
            throw cancelled;
        }
    }
}
