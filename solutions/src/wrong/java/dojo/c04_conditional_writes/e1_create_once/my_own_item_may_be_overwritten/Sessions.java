// Misconception: Writing my own item again is harmless, as long as nobody else's is overwritten.
// Held by: the source document, Q6 ("the DynamoDB equivalent of database upsert idempotency")
// Rejected by: a_late_retry_changes_nothing
package dojo.c04_conditional_writes.e1_create_once;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Opens chat sessions, each of them once, however often its caller has to ask. */
public final class Sessions {
    private static final Duration LIFE = Duration.ofHours(24);

    private final DynamoDbClient ddb;
    private final String table;
    private final InstantSource clock;

    public Sessions(DynamoDbClient ddb, String table, InstantSource clock) {
        this.ddb = ddb;
        this.table = table;
        this.clock = clock;
    }

    public Creation create(String requestId, String sessionId, String page) {
        long now = clock.instant().getEpochSecond();
        AttributeValue request = AttributeValue.fromS(requestId);
        Map<String, AttributeValue> item =
                new HashMap<>(new Session(sessionId, page, 0, now + LIFE.toSeconds()).item());
        item.put("created_by", request);
        try {
            ddb.putItem(put -> put.tableName(table)
                    .item(item)
                    .conditionExpression("attribute_not_exists(PK) OR #ttl <= :now OR created_by = :request")
                    .expressionAttributeNames(Map.of("#ttl", "ttl"))
                    .expressionAttributeValues(
                            Map.of(":now", AttributeValue.fromN(Long.toString(now)), ":request", request)));
            return Creation.CREATED;
        } catch (ConditionalCheckFailedException refused) {
            return Creation.TAKEN;
        }
    }
}
