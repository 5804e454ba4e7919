// Misconception: An expired item is in nobody's way, since TTL has deleted it.
// Held by: the source document, create_session (attribute_not_exists(PK) alone, on items with a ttl)
// Rejected by: a_session_that_is_over_is_replaced
package dojo.c04_conditional_writes.e1_create_once;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

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
                    .conditionExpression("attribute_not_exists(PK)")
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return Creation.CREATED;
        } catch (ConditionalCheckFailedException refused) {
            boolean mine = request.equals(refused.item().get("created_by"));
            return mine ? Creation.CREATED : Creation.TAKEN;
        }
    }
}
