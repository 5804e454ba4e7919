// Right: An item of its own says which response ids were stored, in one transaction with the turn. Two turns that
// claim one position are both stored.
package dojo.c04_conditional_writes.e6_catch_the_duplicate;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

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
        Map<String, AttributeValue> item = new HashMap<>(turn.attributes());
        item.put("PK", AttributeValue.fromS("SESSION#" + sessionId));
        item.put("SK", AttributeValue.fromS("TURN#%012d#%s".formatted(position, UUID.randomUUID())));
        item.put("created_at", AttributeValue.fromN(Long.toString(clock.millis())));
        Map<String, AttributeValue> marker = Map.of(
                "PK", AttributeValue.fromS("SESSION#" + sessionId),
                "SK", AttributeValue.fromS("RID#" + turn.responseId()));
        try {
            ddb.transactWriteItems(all -> all.transactItems(List.of(onlyOnce(marker), onlyOnce(item))));
            return new Append.Appended();
        } catch (TransactionCanceledException stored) {
            return new Append.AlreadyThere();
        }
    }

    private TransactWriteItem onlyOnce(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(PK)"))
                .build();
    }
}
