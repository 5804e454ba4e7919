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

/**
 * Both messages of a chat turn and a marker with the id of the question, in one transaction: the marker makes a retry
 * fail as a whole, for as long as it lives.
 *
 * <p>A question whose answer never came is not stored. The order is that of the writers' clocks.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html">AWS:
 *     transactions; each write in one consumes two</a>
 */
final class TransactionWithMarker implements Rival {
    private static final int CONTEXT = 20;

    private final Place at;
    private final String partition;

    TransactionWithMarker(Place at) {
        this.at = at;
        this.partition = "SESSION#" + at.session();
        Map<String, AttributeValue> meta = new HashMap<>(key(partition, "META"));
        meta.put("customer_id", text(at.customer()));
        meta.put("ttl", number(at.tomorrow()));
        at.client().putItem(put -> put.tableName(at.table()).item(meta));
    }

    @Override
    public void chat(Said question, Model model) {
        TransactWriteItem asked = at.putNew(turn(question));
        Said answer = model.answer(context(question));
        List<TransactWriteItem> together = List.of(asked, at.putNew(turn(answer)), at.putNew(marker(question)));
        at.client()
                .transactWriteItems(TransactWriteItemsRequest.builder()
                        .transactItems(together)
                        .build());
    }

    private List<String> context(Said question) {
        at.client()
                .getItem(get ->
                        get.tableName(at.table()).key(key(partition, "META")).consistentRead(at.strong()));
        return at.latestTurns(partition, CONTEXT, question);
    }

    private Map<String, AttributeValue> turn(Said said) {
        Map<String, AttributeValue> item = new HashMap<>(key(partition, "TURN#" + padded(at.millis())));
        item.put("message_id", text(said.id()));
        item.put("role", text(said.byUser() ? "user" : "assistant"));
        item.put("content", text(said.text()));
        item.put("ttl", number(at.tomorrow()));
        return item;
    }

    private Map<String, AttributeValue> marker(Said question) {
        Map<String, AttributeValue> item = new HashMap<>(key(partition, "IDEM#" + question.id()));
        item.put("ttl", number(at.tomorrow()));
        return item;
    }
}
