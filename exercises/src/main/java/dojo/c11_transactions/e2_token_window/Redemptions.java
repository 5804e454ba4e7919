package dojo.c11_transactions.e2_token_window;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Pays for gifts with points. */
public final class Redemptions {
    private final DynamoDbClient ddb;
    private final String table;

    public Redemptions(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    /** Notes the gift and takes the points; the token makes every further delivery harmless. */
    public Outcome redeem(Redemption redemption) {
        try {
            ddb.transactWriteItems(both ->
                    both.transactItems(note(redemption), pay(redemption)).clientRequestToken(redemption.id()));
            return new Outcome.Redeemed();
        } catch (TransactionCanceledException cancelled) {
            if ("ConditionalCheckFailed"
                    .equals(cancelled.cancellationReasons().get(1).code())) {
                return new Outcome.NotEnoughPoints();
            }
            throw cancelled; // a conflict or a throttle decides nothing
        }
    }

    private TransactWriteItem note(Redemption redemption) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(Items.redemption(redemption)))
                .build();
    }

    private TransactWriteItem pay(Redemption redemption) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(Items.accountKey(redemption.customerId()))
                        .updateExpression("SET points = points - :price")
                        .conditionExpression("points >= :price")
                        .expressionAttributeValues(
                                Map.of(":price", AttributeValue.fromN(Integer.toString(redemption.points())))))
                .build();
    }
}
