// Misconception: This process knows which sessions it has opened.
// Held by: docwho2's chat memory on DynamoDB (January 2026), which keeps what it has stored in a cache of each process
// Rejected by: a_retry_may_reach_another_process
package dojo.c04_conditional_writes.e1_create_once;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

    private final Map<String, String> openedBy = new ConcurrentHashMap<>();

    public Creation create(String requestId, String sessionId, String page) {
        long now = clock.instant().getEpochSecond();
        try {
            ddb.putItem(put -> put.tableName(table)
                    .item(new Session(sessionId, page, 0, now + LIFE.toSeconds()).item())
                    .conditionExpression("attribute_not_exists(PK) OR #ttl <= :now")
                    .expressionAttributeNames(Map.of("#ttl", "ttl"))
                    .expressionAttributeValues(Map.of(":now", AttributeValue.fromN(Long.toString(now)))));
            openedBy.put(sessionId, requestId);
            return Creation.CREATED;
        } catch (ConditionalCheckFailedException refused) {
            return requestId.equals(openedBy.get(sessionId)) ? Creation.CREATED : Creation.TAKEN;
        }
    }
}
