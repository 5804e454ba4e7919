// Misconception: A cancelled transaction is worth a retry, and the last attempt says why.
// Held by: whoever wraps TransactWriteItems into a retry annotation that names the exception
// Rejected by: an_answer_is_not_asked_for_twice
package dojo.c11_transactions.e3_conflict_and_retry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** Copies of a volume, some of them reserved. */
public final class Stock {
    private static final int MOST_ATTEMPTS = 8;

    private final DynamoDbClient ddb;
    private final String table;
    private final Pause pause;

    public Stock(DynamoDbClient ddb, String table, Pause pause) {
        this.ddb = ddb;
        this.table = table;
        this.pause = pause;
    }

    /** Reserves one copy for an order; a retry of the same order brings the same order id. */
    public Reservation reserve(String orderId, String sku) {
        return patiently(last -> attempt(orderId, sku, last));
    }

    /** Sets the price of a volume, in cents. */
    public void reprice(String sku, int price) {
        patiently(last -> ddb.updateItem(update -> update.tableName(table)
                .key(Actions.stockKey(sku))
                .updateExpression("SET price = :price")
                .expressionAttributeValues(Map.of(":price", AttributeValue.fromN(Integer.toString(price))))));
    }

    private Reservation attempt(String orderId, String sku, boolean last) {
        try {
            ddb.transactWriteItems(
                    both -> both.transactItems(Actions.note(table, orderId, sku), Actions.take(table, sku)));
            return new Reservation.Reserved();
        } catch (TransactionCanceledException cancelled) {
            List<CancellationReason> reasons = cancelled.cancellationReasons(); // in the order of the actions
            if (!last) {
                throw cancelled;
            }
            if (has(reasons.get(0), "ConditionalCheckFailed")) {
                return new Reservation.Reserved();
            }
            if (has(reasons.get(1), "ConditionalCheckFailed")) {
                return new Reservation.SoldOut();
            }
            throw cancelled; // nothing has been decided
        }
    }

    private <T> T patiently(Function<Boolean, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.apply(attempt == MOST_ATTEMPTS);
            } catch (TransactionConflictException | TransactionCanceledException refused) {
                if (attempt == MOST_ATTEMPTS) {
                    throw refused;
                }
                pause.about(Duration.ofMillis(10L << attempt));
            }
        }
    }

    private static boolean has(CancellationReason reason, String code) {
        return code.equals(reason.code());
    }
}
