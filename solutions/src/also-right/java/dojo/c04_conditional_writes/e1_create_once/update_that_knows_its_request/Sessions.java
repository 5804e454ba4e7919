// Idea: An update that fills an empty or expired place, and on refusal compares the request that holds it.
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
        try {
            ddb.updateItem(update -> update.tableName(table)
                    .key(Map.of(
                            "PK", AttributeValue.fromS("SESSION#" + sessionId),
                            "SK", AttributeValue.fromS("META")))
                    .conditionExpression("attribute_not_exists(PK) OR #ttl <= :now")
                    .updateExpression(
                            "SET session_id = :id, page = :page, turn_count = :zero, #ttl = :end," + " created_by = :q")
                    .expressionAttributeNames(Map.of("#ttl", "ttl"))
                    .expressionAttributeValues(Map.of(
                            ":now", AttributeValue.fromN(Long.toString(now)),
                            ":end", AttributeValue.fromN(Long.toString(now + LIFE.toSeconds())),
                            ":id", AttributeValue.fromS(sessionId),
                            ":page", AttributeValue.fromS(page),
                            ":zero", AttributeValue.fromN("0"),
                            ":q", AttributeValue.fromS(requestId)))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return Creation.CREATED;
        } catch (ConditionalCheckFailedException refused) {
            AttributeValue holder = refused.item().get("created_by");
            return holder != null && requestId.equals(holder.s()) ? Creation.CREATED : Creation.TAKEN;
        }
    }
}
