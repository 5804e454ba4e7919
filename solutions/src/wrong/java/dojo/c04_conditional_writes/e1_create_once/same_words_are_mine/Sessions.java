// Misconception: What was asked for tells who asked: the same page is the same request.
// Held by: Powertools for AWS Lambda, whose idempotency key is a hash of the whole event unless it is told otherwise
// Rejected by: two_people_on_one_page_are_two_people
package dojo.c04_conditional_writes.e1_create_once;

import java.time.Duration;
import java.time.InstantSource;
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
        Session wanted = new Session(sessionId, page, 0, now + LIFE.toSeconds());
        try {
            ddb.putItem(put -> put.tableName(table)
                    .item(wanted.item())
                    .conditionExpression("attribute_not_exists(PK) OR #ttl <= :now")
                    .expressionAttributeNames(Map.of("#ttl", "ttl"))
                    .expressionAttributeValues(Map.of(":now", AttributeValue.fromN(Long.toString(now))))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return Creation.CREATED;
        } catch (ConditionalCheckFailedException refused) {
            Session there = Session.of(refused.item());
            boolean mine = there.page().equals(page) && there.ttl() == wanted.ttl();
            return mine ? Creation.CREATED : Creation.TAKEN;
        }
    }
}
