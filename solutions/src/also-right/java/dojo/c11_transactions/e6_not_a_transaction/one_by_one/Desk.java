// Idea: No batches either: single requests have the same price in units, and each of them can have a condition.
package dojo.c11_transactions.e6_not_a_transaction;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What the chat desk stores and reads; two items that must change together are in a transaction. */
public final class Desk {
    private final DynamoDbClient ddb;
    private final String table;

    public Desk(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    /** Stores a turn; false if there is one at this position, which then stays as it is. */
    public boolean append(String sessionId, int position, String text) {
        try {
            ddb.putItem(put -> put.tableName(table)
                    .item(Items.turn(sessionId, position, text))
                    .conditionExpression("attribute_not_exists(PK)"));
            return true;
        } catch (ConditionalCheckFailedException there) {
            return false;
        }
    }

    /** Stores clicks, at most 100 of them; storing one again changes nothing. */
    public void report(List<Click> clicks) {
        for (Click click : clicks) {
            ddb.putItem(put -> put.tableName(table).item(Items.click(click)));
        }
    }

    /** The titles of at most 100 products, in the order asked for; one without a card is left out. */
    public List<String> titles(List<String> skus) {
        return skus.stream()
                .map(sku -> ddb.getItem(get -> get.tableName(table).key(Items.cardKey(sku))))
                .filter(GetItemResponse::hasItem)
                .map(got -> Items.title(got.item()))
                .toList();
    }

    /** Gives a session of the assistant to an agent, who finds it in her list; false if somebody has it already. */
    public boolean handOver(String sessionId, String agent) {
        try {
            ddb.transactWriteItems(both -> both.transactItems(HandOver.actions(table, sessionId, agent)));
            return true;
        } catch (TransactionCanceledException cancelled) {
            if ("ConditionalCheckFailed"
                    .equals(cancelled.cancellationReasons().get(0).code())) {
                return false;
            }
            throw cancelled; // a conflict or a throttle decides nothing
        }
    }
}
