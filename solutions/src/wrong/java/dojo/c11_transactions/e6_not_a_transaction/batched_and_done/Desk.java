// Misconception: A batch that comes back without an exception is done.
// Held by: GenU, which stores the messages of a chat with a plain BatchWriteItem
// Rejected by: every_click_is_stored_when_the_table_is_busy
package dojo.c11_transactions.e6_not_a_transaction;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

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
        List<WriteRequest> puts = clicks.stream()
                .map(click -> WriteRequest.builder()
                        .putRequest(put -> put.item(Items.click(click)))
                        .build())
                .toList();
        for (int from = 0; from < puts.size(); from += 25) {
            Map<String, List<WriteRequest>> batch = Map.of(table, puts.subList(from, Math.min(from + 25, puts.size())));
            ddb.batchWriteItem(all -> all.requestItems(batch));
        }
    }

    /** The titles of at most 100 products, in the order asked for; one without a card is left out. */
    public List<String> titles(List<String> skus) {
        KeysAndAttributes keys = KeysAndAttributes.builder()
                .keys(skus.stream().map(Items::cardKey).toList())
                .build();
        Map<Map<String, AttributeValue>, String> titles = ddb
                .batchGetItemPaginator(batch -> batch.requestItems(Map.of(table, keys))) // goes on with what is left
                .stream()
                .flatMap(page -> page.responses().getOrDefault(table, List.of()).stream())
                .collect(Collectors.toMap(Items::keyOf, Items::title));
        return skus.stream()
                .map(Items::cardKey)
                .map(titles::get)
                .filter(Objects::nonNull)
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
