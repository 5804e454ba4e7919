// Misconception: After a refusal it is enough to ask for the new version number.
// Held by: whoever settles a conflict as git push --force does: my state, their version
// Rejected by: two_tabs_at_once_lose_nothing
package dojo.c04_conditional_writes.e4_optimistic_update;

import java.time.InstantSource;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
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
        GetItemResponse got = ddb.getItem(
                get -> get.tableName(table).key(Basket.key(sessionId)).consistentRead(true));
        if (!got.hasItem()) {
            return new Change.Missing();
        }
        Basket changed = change.apply(Basket.of(got.item()));
        AttributeValue version = got.item().get("version");
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            AttributeValue seen = version;
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
                version = refused.item().get("version");
            }
        }
        return new Change.GaveUp();
    }
}
