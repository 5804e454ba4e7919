// Misconception: Waiting twice as long each time spreads the clients.
// Held by: backoff without jitter; the Builders' Library article on timeouts, retries and backoff shows why it is not
// enough
// Rejected by: shops_that_were_refused_together_do_not_come_back_together
package dojo.c08_hot_partitions.e5_retry_storm;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Sends the orders of one shop; its client does not retry, so that every try is made here. For one thread. */
public final class Outbox {
    private static final long FIRST_MILLIS = 400;
    private static final long LONGEST_MILLIS = 4_000;
    private static final int ATTEMPTS = 8;
    private static final double MOST_RETRIES = 10;
    private static final double EARNED = 0.5;

    private final DynamoDbClient ddb;
    private final String table;
    private final Pauses pauses;
    private final RandomGenerator random;
    private double retries = MOST_RETRIES;

    public Outbox(DynamoDbClient ddb, String table, Pauses pauses, RandomGenerator random) {
        this.ddb = ddb;
        this.table = table;
        this.pauses = pauses;
        this.random = random;
    }

    /** Stores the orders, one after the other; returns those that are not stored, for the caller to keep. */
    public List<Purchase> send(List<Purchase> orders) {
        return orders.stream().filter(order -> !stored(order)).toList();
    }

    private boolean stored(Purchase order) {
        for (int attempt = 1; ; attempt++) {
            try {
                ddb.putItem(put -> put.tableName(table).item(order.item()));
                retries = Math.min(MOST_RETRIES, retries + EARNED);
                return true;
            } catch (DynamoDbException refused) {
                if (!refused.isThrottlingException()) {
                    throw refused;
                }
                if (attempt == ATTEMPTS || retries < 1) {
                    return false;
                }
                retries--;
                pauses.pause(backoff(attempt));
            }
        }
    }

    /** Somewhere below a ceiling that doubles: those who were refused together come back apart. */
    private Duration backoff(int attempt) {
        long ceiling = Math.min(LONGEST_MILLIS, FIRST_MILLIS << (attempt - 1));
        return Duration.ofMillis(ceiling);
    }
}
