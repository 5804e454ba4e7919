// Misconception: What was read can be put back whole, if the version has not moved.
// Held by: putItem of the Enhanced Client, which replaces the item, used with a version
// Rejected by: what_others_keep_in_the_item_stays
package dojo.c04_conditional_writes.e4_optimistic_update;

import java.time.InstantSource;
import java.util.HashMap;
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
            GetItemResponse got = ddb.getItem(
                    get -> get.tableName(table).key(Basket.key(sessionId)).consistentRead(true));
            if (!got.hasItem()) {
                return new Change.Missing();
            }
            Basket changed = change.apply(Basket.of(got.item()));
            AttributeValue seen = got.item().get("version");
            Map<String, AttributeValue> item = new HashMap<>(got.item());
            item.put("volumes", changed.attribute());
            item.put("updated_at", AttributeValue.fromN(Long.toString(clock.millis())));
            item.put("version", AttributeValue.fromN(Long.toString(Long.parseLong(seen.n()) + 1)));
            try {
                ddb.putItem(put -> put.tableName(table)
                        .item(item)
                        .conditionExpression("version = :seen")
                        .expressionAttributeValues(Map.of(":seen", seen)));
                return new Change.Saved(changed);
            } catch (ConditionalCheckFailedException refused) {
                // Somebody was quicker: once more, from what is there now.
            }
        }
        return new Change.GaveUp();
    }
}
