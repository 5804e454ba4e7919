// Idea: A refused update hands over the item that is there, so only the first attempt has to read.
package dojo.c04_conditional_writes.e4_optimistic_update;

import java.time.InstantSource;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** The baskets of all sessions. */
public final class Baskets {
    private static final int ATTEMPTS = 5;

    private final DynamoDbClient ddb;
    private final String table;
    private final InstantSource clock;

    public Baskets(DynamoDbClient ddb, String table, InstantSource clock) {
        this.ddb = ddb;
        this.table = table;
        this.clock = clock;
    }

    public Change change(String sessionId, UnaryOperator<Basket> change) {
        Map<String, AttributeValue> item = ddb.getItem(
                        get -> get.tableName(table).key(Basket.key(sessionId)).consistentRead(true))
                .item();
        for (int attempt = 1; attempt <= ATTEMPTS && !item.isEmpty(); attempt++) {
            AttributeValue seen = item.get("version");
            Basket changed = change.apply(Basket.of(item));
            try {
                ddb.updateItem(update -> update.tableName(table)
                        .key(Basket.key(sessionId))
                        .updateExpression("SET volumes = :volumes, updated_at = :now ADD version :one")
                        .conditionExpression("version = :seen")
                        .expressionAttributeValues(Map.of(
                                ":seen", seen,
                                ":volumes", changed.attribute(),
                                ":now", AttributeValue.fromN(Long.toString(clock.millis())),
                                ":one", AttributeValue.fromN("1")))
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
                return new Change.Saved(changed);
            } catch (ConditionalCheckFailedException refused) {
                item = refused.item();
            }
        }
        return item.isEmpty() ? new Change.Missing() : new Change.GaveUp();
    }
}
