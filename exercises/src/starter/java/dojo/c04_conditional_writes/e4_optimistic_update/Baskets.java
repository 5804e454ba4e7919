package dojo.c04_conditional_writes.e4_optimistic_update;

import java.time.InstantSource;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
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

    /**
     * Reads the basket, changes it and stores it.
     * The change may run several times, each time on the basket that is stored then.
     */
    public Change change(String sessionId, UnaryOperator<Basket> change) {
        GetItemResponse got = ddb.getItem(get -> get.tableName(table).key(Basket.key(sessionId)));
        if (!got.hasItem()) {
            return new Change.Missing();
        }
        Basket changed = change.apply(Basket.of(got.item()));
        ddb.updateItem(update -> update.tableName(table)
                .key(Basket.key(sessionId))
                .updateExpression("SET volumes = :volumes, updated_at = :now ADD version :one")
                .expressionAttributeValues(Map.of(
                        ":volumes", changed.attribute(),
                        ":now", AttributeValue.fromN(Long.toString(clock.millis())),
                        ":one", AttributeValue.fromN("1"))));
        return new Change.Saved(changed);
    }
}
