// Misconception: The SDK retries what is worth a retry.
// Held by: whoever knows the nine attempts of the SDK for throttled writes; a transaction that was cancelled gets one
// Rejected by: the_transaction_of_somebody_else_is_no_answer
package dojo.c11_transactions.e3_conflict_and_retry;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Copies of a volume, some of them reserved. */
public final class Stock {
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
        return attempt(orderId, sku);
    }

    /** Sets the price of a volume, in cents. */
    public void reprice(String sku, int price) {
        ddb.updateItem(update -> update.tableName(table)
                .key(Actions.stockKey(sku))
                .updateExpression("SET price = :price")
                .expressionAttributeValues(Map.of(":price", AttributeValue.fromN(Integer.toString(price)))));
    }

    private Reservation attempt(String orderId, String sku) {
        try {
            ddb.transactWriteItems(
                    both -> both.transactItems(Actions.note(table, orderId, sku), Actions.take(table, sku)));
            return new Reservation.Reserved();
        } catch (TransactionCanceledException cancelled) {
            List<CancellationReason> reasons = cancelled.cancellationReasons(); // in the order of the actions
            if (has(reasons.get(0), "ConditionalCheckFailed")) {
                return new Reservation.Reserved();
            }
            if (has(reasons.get(1), "ConditionalCheckFailed")) {
                return new Reservation.SoldOut();
            }
            throw cancelled; // nothing has been decided
        }
    }

    private static boolean has(CancellationReason reason, String code) {
        return code.equals(reason.code());
    }
}
