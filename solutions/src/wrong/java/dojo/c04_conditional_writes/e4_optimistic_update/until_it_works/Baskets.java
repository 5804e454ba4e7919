// Misconception: Somebody has to win, so it will be me in the end.
// Held by: whoever retries with while (true), as descriptions of optimistic locking do that name no bound
// Rejected by: after_five_refused_attempts_it_gives_up
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
    private final DynamoDbClient ddb;
    private final String table;
    private final InstantSource clock;

    public Baskets(DynamoDbClient ddb, String table, InstantSource clock) {
        this.ddb = ddb;
        this.table = table;
        this.clock = clock;
    }

    public Change change(String sessionId, UnaryOperator<Basket> change) {
        while (true) {
            GetItemResponse got = ddb.getItem(
                    get -> get.tableName(table).key(Basket.key(sessionId)).consistentRead(true));
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
    }
}
