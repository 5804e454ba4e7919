package dojo.c11_transactions.e6_not_a_transaction;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What the chat desk stores and reads: always in a transaction, so that nothing can go wrong. */
public final class Desk {
    private final DynamoDbClient ddb;
    private final String table;

    public Desk(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    /** Stores a turn; false if there is one at this position, which then stays as it is. */
    public boolean append(String sessionId, int position, String text) {
        return commit(List.of(TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(Items.turn(sessionId, position, text))
                        .conditionExpression("attribute_not_exists(PK)"))
                .build()));
    }

    /** Stores clicks, at most 100 of them; storing one again changes nothing. */
    public void report(List<Click> clicks) {
        commit(clicks.stream()
                .map(click -> TransactWriteItem.builder()
                        .put(put -> put.tableName(table).item(Items.click(click)))
                        .build())
                .toList());
    }

    /** The titles of at most 100 products, in the order asked for; one without a card is left out. */
    public List<String> titles(List<String> skus) {
        List<TransactGetItem> gets = skus.stream()
                .map(sku -> TransactGetItem.builder()
                        .get(get -> get.tableName(table).key(Items.cardKey(sku)))
                        .build())
                .toList();
        return ddb.transactGetItems(all -> all.transactItems(gets)).responses().stream()
                .filter(ItemResponse::hasItem)
                .map(response -> Items.title(response.item()))
                .toList();
    }

    /** Gives a session of the assistant to an agent, who finds it in her list; false if somebody has it already. */
    public boolean handOver(String sessionId, String agent) {
        return commit(HandOver.actions(table, sessionId, agent));
    }

    private boolean commit(List<TransactWriteItem> actions) {
        try {
            ddb.transactWriteItems(all -> all.transactItems(actions));
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
