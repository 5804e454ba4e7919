package dojo.session.rivals;

import static dojo.session.rivals.Values.key;
import static dojo.session.rivals.Values.number;
import static dojo.session.rivals.Values.padded;
import static dojo.session.rivals.Values.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Both messages of a chat turn, and META with the count of messages and the time of the last one, in one transaction:
 * the count gives the places, and a condition on it keeps two writers apart.
 *
 * <p>The time is the sort key of the customer's index, so each turn also moves an index entry: a delete and a put. A
 * retry that reads META again takes the next two places and is stored twice.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html">AWS:
 *     transactions; each write in one consumes two</a>
 */
final class TransactionWithCounter implements Rival {
    private static final int CONTEXT = 20;

    private final Place at;
    private final String partition;

    TransactionWithCounter(Place at) {
        this.at = at;
        this.partition = "SESSION#" + at.session();
        Map<String, AttributeValue> meta = new HashMap<>(key(partition, "META"));
        meta.put("turn_count", number(0));
        meta.put("GSI1PK", text(at.customer()));
        meta.put("GSI1SK", number(at.millis()));
        meta.put("ttl", number(at.tomorrow()));
        at.client().putItem(put -> put.tableName(at.table()).item(meta));
    }

    @Override
    public void chat(Said question, Model model) {
        long count = count();
        Said answer = model.answer(at.latestTurns(partition, CONTEXT, question));
        List<TransactWriteItem> together =
                List.of(advance(count, 2), at.putNew(turn(count + 1, question)), at.putNew(turn(count + 2, answer)));
        at.client()
                .transactWriteItems(TransactWriteItemsRequest.builder()
                        .transactItems(together)
                        .build());
    }

    private long count() {
        var meta = at.client()
                .getItem(get ->
                        get.tableName(at.table()).key(key(partition, "META")).consistentRead(at.strong()))
                .item();
        return Long.parseLong(Values.of(meta, "turn_count").n());
    }

    private TransactWriteItem advance(long count, int by) {
        Update update = Update.builder()
                .tableName(at.table())
                .key(key(partition, "META"))
                .updateExpression("SET turn_count = :after, GSI1SK = :now")
                .conditionExpression("turn_count = :before")
                .expressionAttributeValues(
                        Map.of(":before", number(count), ":after", number(count + by), ":now", number(at.millis())))
                .build();
        return TransactWriteItem.builder().update(update).build();
    }

    private Map<String, AttributeValue> turn(long place, Said said) {
        Map<String, AttributeValue> item = new HashMap<>(key(partition, "TURN#" + padded(place)));
        item.put("message_id", text(said.id()));
        item.put("role", text(said.byUser() ? "user" : "assistant"));
        item.put("content", text(said.text()));
        item.put("created_at", number(at.millis()));
        item.put("ttl", number(at.tomorrow()));
        return item;
    }
}
