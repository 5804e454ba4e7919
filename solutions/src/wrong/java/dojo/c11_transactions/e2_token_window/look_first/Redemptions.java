// Misconception: A strongly consistent look before the transaction finds what the token has forgotten.
// Held by: the original MangaAssist write-up, Q3: a strong read for "any uniqueness check before a write"
// Rejected by: a_worker_that_stood_still_for_an_hour_pays_nothing_twice
package dojo.c11_transactions.e2_token_window;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
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

    /** Notes the gift and takes the points; the key of the note makes every further delivery harmless. */
    public Outcome redeem(Redemption redemption) {
        GetItemResponse noted = ddb.getItem(get -> get.tableName(table)
                .key(Map.of(
                        "PK", AttributeValue.fromS("REDEMPTION#" + redemption.id()),
                        "SK", AttributeValue.fromS("META")))
                .consistentRead(true));
        if (noted.hasItem()) {
            boolean same = Items.redemption(noted.item()).equals(redemption);
            return same ? new Outcome.Redeemed() : new Outcome.IdTaken();
        }
        try {
            ddb.transactWriteItems(both ->
                    both.transactItems(note(redemption), pay(redemption)).clientRequestToken(redemption.id()));
            return new Outcome.Redeemed();
        } catch (TransactionCanceledException cancelled) {
            List<CancellationReason> reasons = cancelled.cancellationReasons(); // in the order of the actions
            if (isRefusal(reasons.get(1))) {
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

    private static boolean isRefusal(CancellationReason reason) {
        return "ConditionalCheckFailed".equals(reason.code());
    }
}
