package dojo.c08_hot_partitions.e5_retry_storm;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Sends the orders of one shop; its client does not retry, so that every try is made here. For one thread. */
public final class Outbox {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int ATTEMPTS = 10;

    private final DynamoDbClient ddb;
    private final String table;
    private final Pauses pauses;
    private final RandomGenerator random;

    public Outbox(DynamoDbClient ddb, String table, Pauses pauses, RandomGenerator random) {
        this.ddb = ddb;
        this.table = table;
        this.pauses = pauses;
        this.random = random;
    }

    /** Stores the orders, one after the other; returns those that are not stored, for the caller to keep. */
    public List<Purchase> send(List<Purchase> orders) {
        orders.forEach(this::send);
        return List.of();
    }

    private void send(Purchase order) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                ddb.putItem(put -> put.tableName(table).item(order.item()));
                return;
            } catch (DynamoDbException refused) {
                if (!refused.isThrottlingException()) {
                    throw refused;
                }
                pauses.pause(PAUSE);
            }
        }
    }
}
