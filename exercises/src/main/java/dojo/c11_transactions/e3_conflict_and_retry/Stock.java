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
        try {
            ddb.transactWriteItems(
                    both -> both.transactItems(Actions.note(table, orderId, sku), Actions.take(table, sku)));
            return new Reservation.Reserved();
        } catch (TransactionCanceledException cancelled) {
            List<CancellationReason> reasons = cancelled.cancellationReasons(); // in the order of the actions
            boolean noted = "ConditionalCheckFailed".equals(reasons.get(0).code());
            return noted ? new Reservation.Reserved() : new Reservation.SoldOut();
        }
    }

    /** Sets the price of a volume, in cents. */
    public void reprice(String sku, int price) {
        ddb.updateItem(update -> update.tableName(table)
                .key(Actions.stockKey(sku))
                .updateExpression("SET price = :price")
                .expressionAttributeValues(Map.of(":price", AttributeValue.fromN(Integer.toString(price)))));
    }
}
