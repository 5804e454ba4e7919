// Misconception: A read right after a write shows what was written, whoever answers it.
// Held by: the source document, Q3 ("the risk of stale data is low")
// Rejected by: a_basket_made_a_moment_ago_is_found
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
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            GetItemResponse got = ddb.getItem(get -> get.tableName(table).key(Basket.key(sessionId)));
            if (!got.hasItem()) {
                return new Change.Missing();
            }
            Basket changed = change.apply(Basket.of(got.item()));
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
                // Somebody was quicker: once more, from what is there now.
            }
        }
        return new Change.GaveUp();
    }
}
