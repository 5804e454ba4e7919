// Misconception: If my write compares what it needs, the version is nobody's business.
// Held by: whoever compares the value itself, as compare-and-swap does, in an item whose other writers compare a number
// Rejected by: whoever_compares_the_version_hears_of_the_change
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

    /**
     * Reads the basket, changes it and stores it.
     * The change may run several times, each time on the basket that is stored then.
     */
    public Change change(String sessionId, UnaryOperator<Basket> change) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            GetItemResponse got = ddb.getItem(
                    get -> get.tableName(table).key(Basket.key(sessionId)).consistentRead(true));
            if (!got.hasItem()) {
                return new Change.Missing();
            }
            Basket changed = change.apply(Basket.of(got.item()));
            try {
                ddb.updateItem(update -> update.tableName(table)
                        .key(Basket.key(sessionId))
                        .updateExpression("SET volumes = :volumes, updated_at = :now")
                        .conditionExpression("volumes = :seen")
                        .expressionAttributeValues(Map.of(
                                ":seen", got.item().get("volumes"),
                                ":volumes", changed.attribute(),
                                ":now", AttributeValue.fromN(Long.toString(clock.millis())))));
                return new Change.Saved(changed);
            } catch (ConditionalCheckFailedException refused) {
                // Somebody was quicker: once more, from what is there now.
            }
        }
        return new Change.GaveUp();
    }
}
