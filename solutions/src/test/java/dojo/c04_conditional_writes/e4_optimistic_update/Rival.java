package dojo.c04_conditional_writes.e4_optimistic_update;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Changes the basket between the read and the write of others, and notes in it when it was last seen. */
final class Rival {
    private static final Set<String> WRITES = Set.of("putItem", "updateItem", "transactWriteItems", "executeStatement");
    private static final int ENOUGH = 20;

    private final DynamoDbClient ddb;
    private final String table;
    private final int times;
    private int attempts;

    /** @param times how often the rival is quicker */
    Rival(DynamoDbClient ddb, String table, int times) {
        this.ddb = ddb;
        this.table = table;
        this.times = times;
    }

    /** How often the others have tried to write. */
    int attempts() {
        return attempts;
    }

    /** A client for the others. */
    DynamoDbClient client() {
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, (proxy, method, args) -> {
                    if (WRITES.contains(method.getName())) {
                        beforeTheyWrite();
                    }
                    try {
                        return method.invoke(ddb, args);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause() == null ? thrown : thrown.getCause();
                    }
                });
    }

    private void beforeTheyWrite() {
        attempts++;
        if (attempts > ENOUGH) {
            throw new AssertionError(ENOUGH + " attempts to write, and no end");
        }
        if (attempts <= times) {
            ddb.updateItem(update -> update.tableName(table)
                    .key(Basket.key("s-42"))
                    .updateExpression("SET volumes = list_append(volumes, :mine) ADD version :one")
                    .expressionAttributeValues(Map.of(
                            ":mine", AttributeValue.fromL(List.of(AttributeValue.fromS("Rival " + attempts))),
                            ":one", AttributeValue.fromN("1"))));
        }
        ddb.updateItem(update -> update.tableName(table)
                .key(Basket.key("s-42"))
                .updateExpression("SET last_seen = :now")
                .expressionAttributeValues(Map.of(":now", AttributeValue.fromS("attempt " + attempts))));
    }
}
