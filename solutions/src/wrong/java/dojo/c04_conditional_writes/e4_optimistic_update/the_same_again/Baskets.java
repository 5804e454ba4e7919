// Misconception: A refused request succeeds if it is sent often enough.
// Held by: whoever retries ConditionalCheckFailedException as the SDK retries throttling: the same request once more
// Rejected by: two_tabs_at_once_lose_nothing
package dojo.c04_conditional_writes.e4_optimistic_update;

import java.time.InstantSource;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

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
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                ddb.updateItem(update -> update.tableName(table)
                        .key(Basket.key(sessionId))
                        .updateExpression("SET volumes = :volumes, updated_at = :now ADD version :one")
                        .conditionExpression("version = :seen")
                        .expressionAttributeValues(Map.of(
                                ":seen", got.item().get("version"),
                                ":volumes", changed.attribute(),
                                ":now", AttributeValue.fromN(Long.toString(clock.millis())),
                                ":one", AttributeValue.fromN("1"))));
                return new Change.Saved(changed);
            } catch (ConditionalCheckFailedException refused) {
                // Once more.
            }
        }
        return new Change.GaveUp();
    }
}
